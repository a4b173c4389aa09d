## media

media-fetching = This file is on its way…
media-refused-too_large = This file is larger than 25 MB, or than 16 MB for pictures, sounds and videos. Ask the customer for a smaller one.
media-refused-program = This file is a program, and was not kept.
media-refused-gone = The provider no longer has this file.
media-refused-unreachable = This file could not be fetched.
media-askAgain = Ask again
media-askFor = Ask again for { $name }
media-length = { $minutes }:{ $seconds }
media-enlarge = Enlarge: { $what }
media-missing = This file cannot be loaded now.
media-gone = This file is not available any more.
media-again = Try again
media-open = Open { $name } in a new tab
media-openShort = Open
media-play = Play { $name }
media-playShort = Play
media-larger = Larger
media-smaller = Smaller
media-zoom = { $percent }%
media-of = { $at } of { $all }
media-original = Open original
media-download = Download
media-previous = Previous picture
media-next = Next picture

## attach

attach-add = Attach files
attach-drop = Drop files here to attach them
attach-list = Attached files
attach-takes = Accepts { $kinds }
attach-states-checking = Checking…
attach-states-uploading = Uploading { $percent }%
attach-states-ready = Ready
attach-caption = Caption for { $name }
attach-captionPlaceholder = Caption
attach-cancel = Cancel { $name }
attach-remove = Remove { $name }
attach-again = Try again
attach-empty = The file is empty.
attach-unknown = Files of this kind cannot be sent.
attach-refused = { $type } is not accepted on { $channel }.
attach-refusedComment = { $type } cannot be added to a comment.
# -same where the size and the limit read the same.
attach-large = { $size } is too large: at most { $limit }.
attach-large-same = It is larger than { $limit }.
attach-unreachable = The upload failed.
attach-tooMany =
    { $n ->
        [one] { $n } file was
       *[other] { $n } files were
    } left out: at most { $limit } at once.
attach-pending =
    { $n ->
        [one] { $n } file is on its way.
       *[other] { $n } files are on their way.
    }
attach-blocked =
    { $n ->
        [one] { $n } file cannot be sent: remove it.
       *[other] { $n } files cannot be sent: remove them.
    }
