/* Generated from docs/protocol/schema.json by `npm run generate`. Do not edit. */

/**
 * What a template is for, as the provider sorts and bills it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplateCategory".
 */
export type TemplateCategory = 'utility' | 'marketing' | 'authentication';
/**
 * A part of a template that takes values.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplatePart".
 */
export type TemplatePart = 'header' | 'body';
/**
 * Whether a template can be sent.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplateStatus".
 */
export type TemplateStatus = 'approved' | 'paused' | 'rejected' | 'retired';
/**
 * Something that an agent does with a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Act".
 */
export type Act =
  | 'accept'
  | 'reply'
  | 'comment'
  | 'discuss'
  | 'assign'
  | 'confer'
  | 'transfer'
  | 'resolve'
  | 'leave'
  | 'remove_guest'
  | 'monitor'
  | 'prioritise'
  | 'require'
  | 'survey'
  | 'trigger';
/**
 * Whether an agent takes work.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Presence".
 */
export type Presence = 'available' | 'busy' | 'away' | 'offline';
/**
 * What somebody may do.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Role".
 */
export type Role = 'agent' | 'manager' | 'admin';
/**
 * Why something was refused. The reference says when each is given.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Code".
 */
export type Code =
  | 'not_found'
  | 'forbidden'
  | 'not_owner'
  | 'consulting'
  | 'already_taken'
  | 'at_capacity'
  | 'conversation_closed'
  | 'still_queued'
  | 'offer_closed'
  | 'not_offer_target'
  | 'not_offer_initiator'
  | 'offer_pending'
  | 'too_many_offers'
  | 'too_many_discussions'
  | 'target_is_self'
  | 'unknown_target'
  | 'target_empty'
  | 'nobody_available'
  | 'transfer_not_allowed'
  | 'not_a_group'
  | 'target_in_conference'
  | 'conference_full'
  | 'not_in_conference'
  | 'no_successor'
  | 'too_many_experts'
  | 'which_expert'
  | 'not_expert'
  | 'already_involved'
  | 'too_many_monitors'
  | 'not_monitoring'
  | 'nobody_coaches'
  | 'nothing_to_wrap_up'
  | 'unknown_disposition'
  | 'cannot_undo'
  | 'unknown_choice'
  | 'survey_over'
  | 'phone_invalid'
  | 'email_invalid'
  | 'unknown_label'
  | 'too_many_tags'
  | 'too_many_labels'
  | 'cannot_mention'
  | 'out_of_range'
  | 'target_unavailable'
  | 'target_full'
  | 'target_is_owner'
  | 'target_consults'
  | 'discussion_ended'
  | 'discussion_running'
  | 'not_member'
  | 'not_initiator'
  | 'initiator_cannot_leave'
  | 'text_missing'
  | 'text_too_long'
  | 'content_not_supported'
  | 'file_kind_refused'
  | 'file_too_large'
  | 'content_mismatch'
  | 'upload_missing'
  | 'upload_sent'
  | 'too_many_uploads'
  | 'too_many_requests'
  | 'origin_refused'
  | 'unknown_template'
  | 'unknown_language'
  | 'template_not_approved'
  | 'parameter_missing'
  | 'too_many_parameters'
  | 'parameter_invalid'
  | 'unknown_variable'
  | 'canned_full'
  | 'window_closed'
  | 'outbox_full'
  | 'not_failed'
  | 'frame_not_json'
  | 'frame_invalid'
  | 'query_invalid'
  | 'frame_too_large'
  | 'unknown_action'
  | 'wrong_action'
  | 'unauthenticated'
  | 'email_unverified'
  | 'sign_in_taken'
  | 'bad_signature'
  | 'id_reused'
  | 'version_conflict'
  | 'setting_out_of_range'
  | 'settings_conflict'
  | 'busy'
  | 'unavailable'
  | 'internal';
/**
 * Whom something is asked of or handed to: `{"agent": "martha"}`. Where a command is read, a
 * plain string is an agent's id, too.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Target".
 */
export type Target =
  | {
      agent: string;
    }
  | {
      manager: string;
    }
  | {
      team: string;
    }
  | {
      skill: string;
    }
  | {
      queue: string;
    };
/**
 * Where a conversation stands.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Status".
 */
export type Status = 'queued' | 'active' | 'pending' | 'resolved' | 'abandoned';
/**
 * Whose turn it is.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Party".
 */
export type Party = 'agent' | 'customer';
/**
 * What an offer asks.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferKind".
 */
export type OfferKind = 'assign' | 'discuss' | 'conference';
/**
 * The life of an offer: pending, then exactly one of the others.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferStatus".
 */
export type OfferStatus =
  'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'timed_out' | 'rescinded';
/**
 * How a conversation is handed on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TransferMode".
 */
export type TransferMode = 'immediate' | 'offer';
/**
 * Whom something is asked of or handed to, as a command says it: a `Target`, or the id of an agent alone.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ToWhom".
 */
export type ToWhom = Target | string;
/**
 * Where a chat stands, for the visitor.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ChatState".
 */
export type ChatState = 'new' | 'waiting' | 'open' | 'ended';
/**
 * The colour of a label.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Colour".
 */
export type Colour = 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'grey';
/**
 * What to do. The action that carries it is named with each.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Command".
 */
export type Command =
  | {
      content: Content;
      type: 'send';
    }
  | {
      /**
       * What goes with it.
       */
      files?: Media[];
      /**
       * Whom it is meant for in particular, at most 10 colleagues who may read the conversation:
       * they are told.
       */
      mentions?: string[];
      /**
       * The text, at most 4,000 characters.
       */
      text: string;
      type: 'comment';
    }
  | {
      /**
       * The `seq` of the entry that holds it.
       */
      message: number;
      type: 'retry';
    }
  | {
      type: 'accept';
    }
  | {
      /**
       * Also where others are in the conference. Without it, an owner who resolves then leaves
       * the conversation to them.
       */
      for_all?: boolean;
      /**
       * For the record, at most 1,000 characters.
       */
      note?: string | null;
      type: 'resolve';
    }
  | {
      /**
       * The `seq` of the entry that the step wrote.
       */
      entry: number;
      type: 'undo';
    }
  | {
      /**
       * Its name.
       */
      survey: string;
      type: 'send_survey';
    }
  | {
      /**
       * For who receives it, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * Its name.
       */
      trigger: string;
      type: 'trigger';
    }
  | {
      /**
       * What it turned out to have been: one of the settings' dispositions where there are any.
       */
      disposition?: string | null;
      /**
       * For the record, at most 1,000 characters.
       */
      note?: string | null;
      type: 'done';
    }
  | {
      /**
       * 0 to 9; higher is served first.
       */
      priority: number;
      type: 'prioritise';
    }
  | {
      /**
       * At most 5 skills.
       */
      skills: string[];
      type: 'require';
    }
  | {
      /**
       * Which come, each of 1 to 40 characters. What differs in case only is the same tag. A
       * conversation has at most 12.
       */
      add?: string[];
      /**
       * Which go, before the others come.
       */
      remove?: string[];
      type: 'tag';
    }
  | {
      /**
       * Which come: names of labels in the settings. A conversation has at most 5.
       */
      add?: string[];
      /**
       * Which go, before the others come.
       */
      remove?: string[];
      type: 'label';
    }
  | {
      /**
       * Which, 1 to 60 characters; `null` or blank: none.
       */
      alias?: string | null;
      type: 'name';
    }
  | {
      /**
       * Ask all of a group at once: the first to accept has it.
       */
      all?: boolean;
      /**
       * In words, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'assign';
    }
  | {
      /**
       * Which.
       */
      offer: string;
      type: 'accept_offer';
    }
  | {
      /**
       * To which.
       */
      offer: string;
      /**
       * Why, 1 to 500 characters.
       */
      reason: string;
      type: 'reject_offer';
    }
  | {
      /**
       * Which.
       */
      offer: string;
      /**
       * Why, 1 to 500 characters.
       */
      reason: string;
      type: 'withdraw_offer';
    }
  | {
      /**
       * At once, or by an offer that the colleague, or one of the group, accepts. Absent: a
       * colleague as `transfer_mode` in the settings says, everything else at once.
       */
      mode?: TransferMode | null;
      /**
       * For who takes it, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'transfer';
    }
  | {
      /**
       * Ask all of a group at once: the first to accept has it.
       */
      all?: boolean;
      /**
       * A running discussion that they are to join; absent: a new one.
       */
      discussion?: string | null;
      /**
       * In words, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'discuss';
    }
  | {
      /**
       * In which discussion.
       */
      discussion: string;
      /**
       * What, at most 4,000 characters.
       */
      text: string;
      type: 'say';
    }
  | {
      /**
       * Which.
       */
      discussion: string;
      /**
       * For the record, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * Where the outcome differs from expert to expert.
       */
      outcomes?: Outcome[];
      /**
       * Whether the question was answered.
       */
      resolved: boolean;
      type: 'end_discussion';
    }
  | {
      /**
       * Which.
       */
      discussion: string;
      type: 'leave_discussion';
    }
  | {
      /**
       * Which.
       */
      discussion: string;
      type: 'finish_discussion';
    }
  | {
      /**
       * From which.
       */
      discussion: string;
      outcome: Outcome;
      type: 'release_expert';
    }
  | {
      /**
       * With which expert; may be left out where there is only one.
       */
      agent?: string | null;
      /**
       * Which.
       */
      discussion: string;
      into: Promotion;
      type: 'promote';
    }
  | {
      /**
       * Ask all of a group at once: the first to accept has it.
       */
      all?: boolean;
      /**
       * In words, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'confer';
    }
  | {
      type: 'leave_conference';
    }
  | {
      /**
       * Whom.
       */
      agent: string;
      type: 'remove_guest';
    }
  | {
      mode: MonitorMode;
      type: 'monitor';
    }
  | {
      type: 'stop_monitoring';
    }
  | {
      /**
       * What, at most 4,000 characters.
       */
      text: string;
      type: 'coach';
    };
/**
 * The content of one message. Clients show a `kind` they do not know as "unsupported".
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Content".
 */
export type Content =
  | {
      kind: 'text';
      /**
       * The text.
       */
      text: string;
    }
  | {
      /**
       * Text beneath it.
       */
      caption?: string | null;
      /**
       * Of a picture that is kept here: its height in pixels.
       */
      height?: number | null;
      kind: 'media';
      medium: Medium;
      /**
       * The declared MIME type; not to be trusted.
       */
      mime: string;
      /**
       * The file's name.
       */
      name?: string | null;
      /**
       * Where it can be had: the id of an upload, or the provider's id of the file.
       */
      reference: string;
      /**
       * Its size in bytes, where it is kept here.
       */
      size?: number | null;
      /**
       * Of a picture that is kept here: its width in pixels.
       */
      width?: number | null;
    }
  | {
      /**
       * The place's address.
       */
      address?: string | null;
      kind: 'location';
      /**
       * Degrees north.
       */
      latitude: number;
      /**
       * Degrees east.
       */
      longitude: number;
      /**
       * The place's name.
       */
      name?: string | null;
    }
  | {
      /**
       * The cards.
       */
      contacts: ContactCard[];
      kind: 'contacts';
    }
  | {
      /**
       * Our id of the choice.
       */
      id: string;
      kind: 'reply';
      /**
       * The choice as the customer saw it.
       */
      title: string;
    }
  | {
      /**
       * The emoji.
       */
      emoji?: string | null;
      kind: 'reaction';
      /**
       * The provider's id of that message.
       */
      to: string;
    }
  | {
      /**
       * The texts of its buttons. The server fills them in.
       */
      buttons?: string[];
      kind: 'template';
      /**
       * Its language, for example `en_US`.
       */
      language: string;
      /**
       * The template's name.
       */
      name: string;
      /**
       * Values for its placeholders, in the order in which `GET /v1/templates` lists them.
       */
      parameters?: string[];
      /**
       * What the customer reads. The server fills it in; entries from before it did have none.
       */
      text?: string | null;
    }
  | {
      /**
       * Where the sanitised HTML body is kept.
       */
      html?: string | null;
      kind: 'email';
      /**
       * The subject line.
       */
      subject: string;
      /**
       * The body as plain text.
       */
      text: string;
    }
  | {
      kind: 'unsupported';
      /**
       * What arrived, as text.
       */
      raw: string;
      /**
       * The provider's name of the kind.
       */
      what: string;
    };
/**
 * What a media file is shown as.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Medium".
 */
export type Medium = 'image' | 'video' | 'audio' | 'document' | 'sticker';
/**
 * What a discussion becomes.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Promotion".
 */
export type Promotion = 'transfer' | 'conference';
/**
 * How a manager looks on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MonitorMode".
 */
export type MonitorMode = 'silent' | 'coach' | 'barge';
/**
 * How strongly things stand out.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Contrast".
 */
export type Contrast = 'normal' | 'high';
/**
 * How an agent came by a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Origin".
 */
export type Origin =
  'picked' | 'transfer' | 'manager' | 'offer' | 'auto' | 'api' | 'conference' | 'reopened';
/**
 * Something that happened.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Event".
 */
export type Event =
  | {
      /**
       * Which.
       */
      conversation: string;
      /**
       * The conversation before it in this thread.
       */
      previous?: string | null;
      /**
       * Where it waits.
       */
      queue: string;
      type: 'opened';
    }
  | {
      type: 'reopened';
    }
  | {
      /**
       * Who has it again.
       */
      owner: string;
      type: 'resolve_undone';
    }
  | {
      type: 'off_hours';
    }
  | {
      content: Content;
      type: 'auto_reply';
    }
  | {
      /**
       * What the customer can choose from.
       */
      choices?: Choice[];
      /**
       * What is asked. The message itself has the answers numbered beneath it, as channels
       * without buttons show it.
       */
      question?: string;
      /**
       * Its name.
       */
      survey: string;
      type: 'survey_sent';
    }
  | {
      /**
       * The answer, as it was offered.
       */
      answer: string;
      /**
       * Its name.
       */
      survey: string;
      type: 'survey_answered';
    }
  | {
      /**
       * For who receives it.
       */
      note?: string | null;
      /**
       * Its name.
       */
      trigger: string;
      type: 'triggered';
    }
  | (Routing & EventRouted)
  | {
      /**
       * 0 to 9.
       */
      priority: number;
      type: 'prioritised';
    }
  | {
      /**
       * Which.
       */
      skills: string[];
      type: 'required';
    }
  | {
      /**
       * Whether it is late by now.
       */
      late: boolean;
      type: 'first_answer_due';
    }
  | {
      /**
       * When.
       */
      at: number;
      type: 'requeue_ahead';
    }
  | {
      /**
       * By whom; the clock did it where the entry is the system's.
       */
      agent: string;
      /**
       * Which.
       */
      conversation: string;
      /**
       * What it turned out to have been.
       */
      disposition?: string | null;
      /**
       * For the record.
       */
      note?: string | null;
      type: 'wrapped_up';
    }
  | {
      content: Content;
      /**
       * Whether it says something of another message instead of anything new: it waits for no
       * answer, and counts as nothing unread.
       */
      quiet?: boolean;
      /**
       * When, by the provider's clock; never later than the entry.
       */
      sent_at: number;
      type: 'customer_message';
    }
  | {
      type: 'customer_left';
    }
  | {
      content: Content;
      type: 'agent_message';
    }
  | {
      /**
       * The `seq` of the entry that holds it.
       */
      message: number;
      type: 'message_retried';
    }
  | {
      /**
       * The `seq` of the entry that holds it.
       */
      message: number;
      /**
       * Why it failed.
       */
      reason?: string | null;
      status: DeliveryStatus;
      type: 'delivery';
    }
  | {
      /**
       * What goes with it.
       */
      files?: Media[];
      /**
       * Whom it is meant for in particular.
       */
      mentions?: string[];
      /**
       * Its text.
       */
      text: string;
      type: 'comment';
    }
  | {
      /**
       * Which came.
       */
      added?: string[];
      /**
       * Which went.
       */
      removed?: string[];
      type: 'tagged';
    }
  | {
      /**
       * Which came.
       */
      added?: string[];
      /**
       * Which went.
       */
      removed?: string[];
      type: 'labelled';
    }
  | {
      /**
       * What; absent: it has no name of its own any more.
       */
      alias?: string | null;
      type: 'named';
    }
  | {
      /**
       * Who had it before.
       */
      from?: string | null;
      /**
       * A note from the previous owner.
       */
      note?: string | null;
      origin: Origin;
      /**
       * Who.
       */
      to: string;
      type: 'assigned';
    }
  | {
      cause: RequeueCause;
      /**
       * Who had it before.
       */
      from?: string | null;
      /**
       * A note from the previous owner.
       */
      note?: string | null;
      /**
       * Which.
       */
      queue: string;
      type: 'requeued';
    }
  | {
      /**
       * Who says so.
       */
      by: string;
      /**
       * What.
       */
      name: string;
      type: 'renamed';
    }
  | {
      /**
       * Which.
       */
      address: string;
      type: 'identity_changed';
    }
  | {
      /**
       * Which.
       */
      conversation: string;
      /**
       * Whether they go on there: their next message is not written here.
       */
      there: boolean;
      type: 'joined';
    }
  | {
      by: ResolvedBy;
      /**
       * For the record.
       */
      note?: string | null;
      type: 'resolved';
    }
  | {
      type: 'abandoned';
    }
  | {
      /**
       * Whether a group is asked all at once.
       */
      all?: boolean;
      /**
       * Until when somebody can.
       */
      deadline: number;
      /**
       * The running discussion that the colleague is to join.
       */
      discussion?: string | null;
      /**
       * Until when those asked now can accept.
       */
      expires: number;
      /**
       * Who asks.
       */
      from: string;
      kind: OfferKind;
      /**
       * In words.
       */
      note?: string | null;
      /**
       * The offer.
       */
      offer: string;
      target: Target;
      /**
       * Who can answer now.
       */
      to: string[];
      type: 'offer_made';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      /**
       * The offer.
       */
      offer: string;
      /**
       * Why.
       */
      reason?: string | null;
      status: OfferStatus;
      type: 'offer_passed';
    }
  | {
      /**
       * Until when they can accept.
       */
      expires: number;
      /**
       * The offer.
       */
      offer: string;
      /**
       * Who.
       */
      to: string;
      type: 'offer_moved';
    }
  | {
      /**
       * Who answered or withdrew it. Where several were asked and this is another: it is taken.
       */
      by?: string | null;
      /**
       * The offer.
       */
      offer: string;
      /**
       * Why.
       */
      reason?: string | null;
      status: OfferStatus;
      type: 'offer_closed';
    }
  | {
      /**
       * Which discussion.
       */
      discussion: string;
      /**
       * The words.
       */
      text: string;
      type: 'discussion_message';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      /**
       * Which.
       */
      discussion: string;
      /**
       * What the initiator said of it, where they let the colleague go.
       */
      outcome?: Outcome | null;
      /**
       * What it became for them.
       */
      promoted?: Promotion | null;
      type: 'discussion_left';
    }
  | {
      cause: EndCause;
      /**
       * Which.
       */
      discussion: string;
      /**
       * For the record.
       */
      note?: string | null;
      /**
       * Where the outcome differs from expert to expert.
       */
      outcomes?: Outcome[];
      /**
       * Whether the question was answered, as the initiator said.
       */
      resolved?: boolean | null;
      type: 'discussion_ended';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      /**
       * Which.
       */
      discussion: string;
      type: 'discussion_done';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      type: 'conference_joined';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      type: 'conference_left';
    }
  | {
      /**
       * Who.
       */
      agent: string;
      /**
       * How from now on; absent: no longer.
       */
      mode?: MonitorMode | null;
      type: 'monitoring';
    }
  | {
      /**
       * The words.
       */
      text: string;
      type: 'coach_line';
    };
/**
 * What told the best from the second best.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Decider".
 */
export type Decider = 'nobody' | 'only_one' | 'load' | 'idle' | 'turn' | 'id' | 'everyone';
/**
 * Who of several gets the next conversation. Ties go to who has been idle longest.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Strategy".
 */
export type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';
/**
 * Why somebody could not be chosen.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Excluded".
 */
export type Excluded = 'offline' | 'away' | 'full' | 'lacks_skill' | 'tried' | 'involved';
/**
 * How far a message to the customer got. A message without any is pending.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DeliveryStatus".
 */
export type DeliveryStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';
/**
 * Why a conversation went back to a queue.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "RequeueCause".
 */
export type RequeueCause = 'transferred' | 'unanswered' | 'owner_offline';
/**
 * Who or what resolved a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ResolvedBy".
 */
export type ResolvedBy = 'agent' | 'inactivity' | 'closing_phrase';
/**
 * How a discussion came to end.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "EndCause".
 */
export type EndCause = 'ended' | 'left' | 'transferred' | 'promoted' | 'conversation_ended';
/**
 * Where the rest is of an entry that is shortened.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Shortened".
 */
export type Shortened = 'rest_by_http' | 'rest_not_kept';
/**
 * How much stands on a screen.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Density".
 */
export type Density = 'comfortable' | 'compact';
/**
 * Where a draft is being written.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DraftMode".
 */
export type DraftMode = 'reply' | 'comment' | 'discussion' | 'coach';
/**
 * A frame from an agent's client.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Frame".
 */
export type Frame =
  | {
      action: 'hello';
      /**
       * The newest entry that the client has of each thread it holds.
       */
      positions?: {
        [k: string]: number;
      };
    }
  | {
      action: 'ping';
      /**
       * As in `hello`.
       */
      positions?: {
        [k: string]: number;
      };
    }
  | {
      action: 'catch_up';
      /**
       * The newest entry the client has; 0 for a fresh snapshot.
       */
      after: number;
      /**
       * Which thread.
       */
      thread: string;
    }
  | {
      action: 'typing';
      /**
       * Where.
       */
      conversation: string;
    }
  | {
      action: 'presence';
      presence: PresenceChoice;
      /**
       * Why not, for colleagues to see: at most 100 characters. Only with `away`.
       */
      reason?: string | null;
    }
  | {
      action: 'direct';
      /**
       * A conversation that it is about and that the agent may read.
       */
      conversation?: string | null;
      /**
       * Made by the client, 8 to 64 printable characters, best a UUIDv7. For 7 days a repeated one gets the first answer and has no second effect.
       */
      id: string;
      /**
       * What to say, 1 to 4,000 characters.
       */
      text: string;
      /**
       * The colleague's id. They need not be there.
       */
      to: string;
    }
  | {
      action: 'direct_read';
      /**
       * The newest message that was read. A lower one than before changes nothing.
       */
      seq: number;
      /**
       * The colleague.
       */
      with: string;
    }
  | {
      action: 'read';
      /**
       * Where.
       */
      conversation: string;
      /**
       * Which discussion was read; then the position in the thread stays as it was. Left out:
       * what the customer and colleagues said to each other beside the discussions.
       */
      discussion?: string | null;
      /**
       * The newest entry that was read. A lower one than before changes nothing; one ahead of
       * the log counts as its newest entry.
       */
      seq: number;
    }
  | {
      action: 'draft';
      /**
       * Where.
       */
      conversation: string;
      /**
       * In which discussion; with that mode only.
       */
      discussion?: string | null;
      mode: DraftMode;
      /**
       * The whole text, at most 8,000 characters. Empty removes the draft.
       */
      text: string;
    }
  | (CommandFrame & FrameMessaging)
  | (CommandFrame & FrameAssignment)
  | (CommandFrame & FrameTransfer)
  | (CommandFrame & FrameDiscuss);
/**
 * What an agent can say of their presence; offline is what the server sees.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChoice".
 */
export type PresenceChoice = 'available' | 'away';
/**
 * Whether conversations are picked or given out.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mode".
 */
export type Mode = 'manual' | 'auto';
/**
 * What a file is handed in for.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "UploadPurpose".
 */
export type UploadPurpose = 'message' | 'comment';
/**
 * What follows the end of a conversation for those who worked on it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "WrapUp".
 */
export type WrapUp = 'off' | 'optional' | 'mandatory';
/**
 * What sends a message.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SendKey".
 */
export type SendKey = 'enter' | 'ctrl_enter';
/**
 * The order of a conversation list.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Sort".
 */
export type Sort = 'last_assigned' | 'longest_waiting' | 'latest_message' | 'highest_priority';
/**
 * Light or dark.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Theme".
 */
export type Theme = 'system' | 'light' | 'dark';
/**
 * A frame to an agent's client. Clients skip types they do not know.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Push".
 */
export type Push =
  | {
      /**
       * Your colleagues, you included. Where there are many, the others follow as `agents`.
       */
      agents: Agent[];
      /**
       * Your direct talks, newest first, at most 50; all of them with `GET /v1/direct`.
       */
      direct?: Talk[];
      /**
       * The threads that concern you. Drop any other.
       */
      following: string[];
      me: Agent;
      /**
       * How many remarks in which you are mentioned you have not looked at, counted up to 99.
       */
      mentions?: number;
      /**
       * The server's clock.
       */
      now: number;
      /**
       * The queues of your teams, with what waits in them. Where much waits, others follow as
       * `queue`.
       */
      queues: Queue[];
      settings: Settings;
      /**
       * All teams.
       */
      teams?: Team[];
      type: 'welcome';
      /**
       * The version of this contract.
       */
      version: number;
    }
  | {
      /**
       * Those of your direct talks in which something is unread or was written in the last ten
       * minutes, newest first, at most 50.
       */
      direct?: Talk[];
      /**
       * The threads that concern you. Drop any other.
       */
      following: string[];
      /**
       * The server's clock.
       */
      now: number;
      type: 'pong';
    }
  | {
      conversation: Conversation;
      /**
       * The newest entries, oldest first.
       */
      entries: Entry[];
      /**
       * Whether there are earlier ones (`GET /v1/conversations/{conversation}/entries`).
       */
      more: boolean;
      type: 'snapshot';
    }
  | {
      conversation: Conversation;
      /**
       * The entries, oldest first.
       */
      entries: Entry[];
      /**
       * Whether the thread still concerns you after this. If not, it was taken off your desk.
       */
      following: boolean;
      type: 'entries';
    }
  | {
      queue: Queue;
      type: 'queue';
    }
  | {
      /**
       * As they stand now.
       */
      agents: Agent[];
      type: 'agents';
    }
  | {
      type: 'settings_changed';
    }
  | {
      /**
       * The messages, oldest first.
       */
      messages: DirectMessage[];
      type: 'direct';
      /**
       * How many of the colleague's messages come after your read position.
       */
      unread: number;
      /**
       * The colleague.
       */
      with: string;
    }
  | {
      /**
       * The newest entry that you have read of each discussion.
       */
      discussions?: {
        [k: string]: number;
      };
      /**
       * The newest entry that you have read of each thread.
       */
      positions: {
        [k: string]: number;
      };
      type: 'reads';
    }
  | (Draft & PushDraft)
  | {
      contrast?: Contrast;
      density?: Density;
      /**
       * After how many minutes without a key or a pointer the console proposes to be away; at most
       * 120, and 0 for never.
       */
      idle_minutes?: number;
      /**
       * The language of the console: a tag of BCP 47, at most 35 characters.
       */
      language?: string;
      /**
       * Whether the desktop shows notifications.
       */
      notifications?: boolean;
      /**
       * By panel: its width or height in pixels, 0 to 10,000. At most 40.
       */
      panels?: {
        [k: string]: number;
      };
      /**
       * Whether a sound comes again until its conversation was read.
       */
      repeat_until_read?: boolean;
      /**
       * Whether the composer returns to Reply by itself once a comment was added.
       */
      reply_after_comment?: boolean;
      /**
       * The sections of the details panel that are open, in order. At most 40.
       */
      sections?: string[];
      send_key?: SendKey;
      /**
       * By act: the keys that do it, at most 40 characters. At most 200.
       */
      shortcuts?: {
        [k: string]: string;
      };
      /**
       * Whether shortcuts of a single key are on.
       */
      single_keys?: boolean;
      sort?: Sort;
      /**
       * By trigger: the name of its sound, or `off`. At most 40, names of 1 to 40 of `a-z 0-9 - _ .`.
       */
      sounds?: {
        [k: string]: string;
      };
      theme?: Theme;
      type: 'preferences';
      /**
       * Goes up with every change; 0 before the first. Give the one that you have read.
       */
      version?: number;
      /**
       * How loud, in per cent.
       */
      volume?: number;
    }
  | (Mention & PushMentioned)
  | (MentionsSeen & PushMentionsSeen)
  | (PresenceChange & PushPresenceSet)
  | {
      /**
       * Which.
       */
      discussion: string;
      type: 'discussion_done';
    }
  | {
      contact: ContactProfile;
      type: 'contact';
    }
  | {
      /**
       * `customer` or `agent:<id>`.
       */
      by: string;
      /**
       * Where.
       */
      conversation: string;
      type: 'typing';
    }
  | {
      /**
       * The conversation it was for. Absent for a direct message.
       */
      conversation?: string | null;
      /**
       * The command's id.
       */
      id: string;
      /**
       * The entry it wrote, or the number of the direct message. Unchanged for a repeated
       * command. 0 if there was nothing to do.
       */
      seq: number;
      type: 'ack';
      /**
       * The colleague to whom a direct message was written.
       */
      with?: string | null;
    }
  | (Refused & PushRefused);
/**
 * Whom settings are for.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Scope".
 */
export type Scope =
  | 'workspace'
  | {
      team: string;
    }
  | {
      queue: string;
    };
/**
 * Something that is asked of a colleague or group, or done by handing over to them.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TargetAct".
 */
export type TargetAct = 'discuss' | 'assign' | 'confer' | 'transfer';
/**
 * What a visitor can do.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorCommand".
 */
export type VisitorCommand =
  | {
      /**
       * How the visitor can be reached when nobody is there: an e-mail address or a phone
       * number. Agents see it on the contact, and the conversation is tagged `Left while away`
       * if nobody is there.
       */
      reach?: string | null;
      /**
       * The text, at most 4,096 characters.
       */
      text: string;
      type: 'write';
    }
  | {
      /**
       * Text beneath it, at most 1,024 characters.
       */
      caption?: string | null;
      /**
       * The upload's id.
       */
      reference: string;
      type: 'attach';
    }
  | {
      /**
       * The number of the message that offers them; that which `chat` names in `asks`.
       */
      message: number;
      type: 'choose';
      /**
       * The choice's value.
       */
      value: string;
    }
  | {
      type: 'leave';
    };
/**
 * A frame from a visitor's client.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorFrame".
 */
export type VisitorFrame =
  | {
      action: 'hello';
      /**
       * The newest message number the client has.
       */
      after?: number;
    }
  | {
      action: 'ping';
      /**
       * As in `hello`.
       */
      after?: number;
    }
  | {
      action: 'typing';
    }
  | {
      action: 'seen';
      /**
       * The newest message's number.
       */
      number: number;
    }
  | {
      action: 'messaging';
      /**
       * The newest message number that the client had when it first sent this. Optional; bounds
       * the search for a repetition. Leave it as it is when you repeat.
       */
      after?: number | null;
      command: VisitorCommand;
      /**
       * Made by the client, 8 to 64 printable characters. A repeated one has no second effect;
       * another command under the same id is refused with `id_reused`.
       */
      id: string;
    };
/**
 * Who wrote a message, for the visitor.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorSide".
 */
export type VisitorSide = 'you' | 'us' | 'note';
/**
 * A frame to a visitor's client.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorPush".
 */
export type VisitorPush =
  | {
      /**
       * The number of the message whose choices can be taken now. Absent: none of them can.
       */
      asks?: number | null;
      /**
       * The messages after the client's position, oldest first, without gaps: as many as fit
       * into one frame.
       */
      messages: VisitorMessage[];
      /**
       * Whether there are more after these. The client asks on with `ping`, and the number of
       * the last of them as `after`.
       */
      more?: boolean;
      /**
       * The server's clock.
       */
      now: number;
      /**
       * Your place in the queue, 1 being next, while you wait. Counted up to 100: that is the
       * hundredth place or any behind it.
       */
      place?: number | null;
      /**
       * The newest message number.
       */
      position: number;
      state: ChatState;
      type: 'chat';
    }
  | {
      /**
       * 1 is next.
       */
      place: number;
      type: 'place';
    }
  | {
      type: 'typing';
    }
  | {
      /**
       * The command's id.
       */
      id: string;
      type: 'ack';
    }
  | (Refused & VisitorPushRefused);

export interface Switchboard {
  [k: string]: unknown;
}
/**
 * An account with its templates.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Account".
 */
export interface Account {
  /**
   * The account's id, as a conversation names it in `asset`.
   */
  asset: string;
  /**
   * `whatsapp` …
   */
  channel: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * Its templates, by name and language.
   */
  templates: Template[];
}
/**
 * A template of an account in one language.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Template".
 */
export interface Template {
  /**
   * The words, with `{{1}}` or `{{name}}` where values go.
   */
  body: string;
  /**
   * The texts of its buttons.
   */
  buttons?: string[];
  category: TemplateCategory;
  /**
   * The variable of canned messages that clients fill each placeholder from, in the same order;
   * empty, or missing at the end: an agent writes the value.
   */
  fills?: string[];
  /**
   * The line beneath the body.
   */
  footer?: string | null;
  /**
   * The line above the body.
   */
  header?: string | null;
  /**
   * The language, for example `en_US`.
   */
  language: string;
  /**
   * Its name at the provider; the same in every language.
   */
  name: string;
  /**
   * The values that a message gives as `parameters`, in this order. A name that stands in header
   * and body is listed once, a number in each part.
   */
  placeholders: Placeholder[];
  status: TemplateStatus;
  /**
   * When it was last changed.
   */
  updated_at: number;
  /**
   * Who changed it.
   */
  updated_by: string;
  /**
   * Goes up with every change.
   */
  version: number;
}
/**
 * A value that a template takes.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Placeholder".
 */
export interface Placeholder {
  /**
   * Its number or name.
   */
  name: string;
  part: TemplatePart;
}
/**
 * A colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Agent".
 */
export interface Agent {
  /**
   * Whether they work here; `false` for those who do not any more, whose names stand in threads.
   */
  active?: boolean;
  /**
   * Why not, where they gave a reason.
   */
  away_reason?: string | null;
  /**
   * Whether the record is bound to an account at the sign-in service: from the first sign-in on.
   */
  bound?: boolean;
  /**
   * The link that calls them: `tel:`, `sip:` or `sips:`.
   */
  call?: string | null;
  /**
   * How many they may have.
   */
  capacity: number;
  /**
   * Their id.
   */
  id: string;
  /**
   * Their name.
   */
  name: string;
  /**
   * How many conversations they have in progress.
   */
  open: number;
  presence: Presence;
  role: Role;
  /**
   * Who changed it, where it was somebody else.
   */
  set_by?: string | null;
  /**
   * When their presence was last changed by hand.
   */
  since?: number | null;
  /**
   * What they can do.
   */
  skills?: string[];
  /**
   * Their teams.
   */
  teams: string[];
}
/**
 * `PUT /v1/agents/{agent}`. A field left out keeps its value.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AgentChange".
 */
export interface AgentChange {
  /**
   * `false`: the agent does not work here any more. Their sessions end, what they own goes back
   * to its queue, and they cannot sign in until it is `true` again. Only admins say so, and not
   * of themselves.
   */
  active?: boolean;
  /**
   * The link that calls them: `tel:`, `sip:` or `sips:`, up to 200 characters; `null`: none.
   */
  call?: string | null;
  /**
   * How many conversations they may have in progress: 1 to 50.
   */
  capacity?: number;
  /**
   * Their name: 1 to 40 characters.
   */
  name?: string;
  /**
   * What they can do: up to 20.
   */
  skills?: string[];
  /**
   * `true`: the record is unbound from the account at the sign-in service through which the
   * agent signs in; the next sign-in with a verified e-mail address binds it anew. Only admins
   * unbind.
   */
  unbind?: boolean;
}
/**
 * `GET /v1/agents`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Agents".
 */
export interface Agents {
  /**
   * Everybody, with presence and load.
   */
  agents: Agent[];
  /**
   * Asked with an `act`: whom it could be asked of or handed to, and why not others. Colleagues
   * first, then teams, skills and queues; never the caller.
   */
  targets?: Candidate[];
}
/**
 * Whether one could be the target of an act, as the rules have it at this moment.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Candidate".
 */
export interface Candidate {
  /**
   * For how many of the conversations asked about it would be carried out.
   */
  allowed: number;
  /**
   * What people call them.
   */
  name: string;
  /**
   * The running discussion of the caller with them that becomes a transfer or a conference by
   * `promote`, without asking again.
   */
  promotes?: string | null;
  /**
   * Why not, where it would be refused for all of them; the first one's refusal.
   */
  refused?: Refused | null;
  to: Target;
}
/**
 * An expected "no". Nothing has changed.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Refused".
 */
export interface Refused {
  /**
   * The action of the frame that was refused, where it was one without an id of its own.
   */
  action?: string | null;
  /**
   * The agent who was faster, who was asked already, who owns it …
   */
  agent?: string | null;
  code: Code;
  /**
   * The conversation that this frame named.
   */
  conversation?: string | null;
  /**
   * The input field at fault.
   */
  field?: string | null;
  /**
   * The id of the command that was refused, where there was one.
   */
  id?: string | null;
  /**
   * What was wrong, in a sentence for people.
   */
  message: string;
  /**
   * What can be done about it.
   */
  remedy: string;
  /**
   * After how many seconds it can be tried again. Over HTTP also the header `Retry-After`.
   */
  retry_after?: number | null;
  /**
   * The end state that the command lost to.
   */
  status?: string | null;
  /**
   * The thread that this frame named.
   */
  thread?: string | null;
}
/**
 * How many conversations got their first answer, each counted once.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Answered".
 */
export interface Answered {
  /**
   * Within the queue's goal (`first_answer_target_seconds`).
   */
  in_time: number;
  /**
   * Later than that.
   */
  late: number;
}
/**
 * What an admin is to look after.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Attention".
 */
export interface Attention {
  /**
   * The newest 50 of what came from channels in the last 30 days and could not be placed.
   */
  set_aside: SetAside[];
  /**
   * Records of agents, teams, queues, accounts and settings that cannot be read. Everything goes
   * on as if they were not there.
   */
  unreadable: Unreadable[];
}
/**
 * Something that came from a channel and could not be placed.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SetAside".
 */
export interface SetAside {
  /**
   * The account that it names, by the provider's id; empty: none.
   */
  account: string;
  /**
   * When it came first.
   */
  at: number;
  /**
   * `whatsapp` …
   */
  channel: string;
  /**
   * What came, as far as it is kept.
   */
  payload: string;
  /**
   * Why it could not be placed.
   */
  why: string;
}
/**
 * A record that cannot be read.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Unreadable".
 */
export interface Unreadable {
  /**
   * Which: `<kind>#<id>`.
   */
  record: string;
  /**
   * Why.
   */
  why: string;
}
/**
 * Nobody can serve the visitor now: outside business hours, or because nobody of the team is there.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Away".
 */
export interface Away {
  /**
   * When the business opens next, where it is closed by its hours.
   */
  until?: number | null;
}
/**
 * `GET /v1/board?team=`: a team's work as it stands, or that of all teams that the caller manages.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Board".
 */
export interface Board {
  /**
   * Everybody of the teams, by id.
   */
  agents: BoardAgent[];
  /**
   * When, by the server's clock.
   */
  at: number;
  /**
   * Conversations that are open: those in which the customer waits first, and of these the one
   * that waits longest. At most 500.
   */
  conversations: ConversationCard[];
  /**
   * Whether there are more than these.
   */
  more: boolean;
  /**
   * The newest 50 offers of today in the teams' conversations, newest first, and what became of
   * them. Written a moment after the fact.
   */
  offers: BoardOffer[];
  /**
   * The queues, by id.
   */
  queues: BoardQueue[];
  today: Today;
}
/**
 * What an agent has in hand.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BoardAgent".
 */
export interface BoardAgent {
  /**
   * How many they may have.
   */
  capacity: number;
  /**
   * In how many discussions they are.
   */
  discussions: number;
  /**
   * Their id.
   */
  id: string;
  /**
   * When they last did something in a conversation, exact to half a minute, or changed their
   * own presence; absent where they never did.
   */
  last_active?: number | null;
  /**
   * Their name.
   */
  name: string;
  /**
   * For how many conversations room is taken, those to be marked done included.
   */
  open: number;
  presence: Presence;
  /**
   * Why not, where they gave a reason.
   */
  reason?: string | null;
  /**
   * How many conversations that they had were resolved today.
   */
  resolved_today?: number;
  /**
   * Who changed it, where it was somebody else.
   */
  set_by?: string | null;
  /**
   * When their presence was last changed by hand.
   */
  since?: number | null;
  /**
   * Their teams.
   */
  teams: string[];
  /**
   * Since when the customer waits who waits for them longest.
   */
  waiting_since?: number | null;
  /**
   * How many of them are over and wait to be marked done.
   */
  wrapping: number;
}
/**
 * A conversation in a list. Written a moment after the fact; the thread is the truth.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ConversationCard".
 */
export interface ConversationCard {
  /**
   * By what they are known on the channel: phone numbers as their digits, ids, user names.
   */
  addresses?: string[];
  /**
   * What agents call it.
   */
  alias?: string | null;
  /**
   * `whatsapp`, `web` …
   */
  channel: string;
  /**
   * The customer's id.
   */
  contact: string;
  /**
   * `<thread>-<number>`.
   */
  id: string;
  /**
   * Where it stands in the work on it.
   */
  labels: string[];
  /**
   * The customer's name.
   */
  name: string;
  /**
   * When it began.
   */
  opened_at: number;
  /**
   * The owner.
   */
  owner?: string | null;
  /**
   * Higher is served first.
   */
  priority: number;
  /**
   * The queue.
   */
  queue: string;
  /**
   * The id as people can read it out.
   */
  reference: string;
  status: Status;
  /**
   * The newest message, cut to 120 characters.
   */
  summary: string;
  /**
   * What it is about.
   */
  tags: string[];
  /**
   * When something last happened.
   */
  updated_at: number;
  waiting_on: Party;
  /**
   * Since when.
   */
  waiting_since: number;
}
/**
 * An offer to a colleague, and what became of it. The whole record is found with
 * `GET /v1/conversations/{conversation}/engagements`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BoardOffer".
 */
export interface BoardOffer {
  /**
   * The customer's id.
   */
  contact: string;
  /**
   * The conversation.
   */
  conversation: string;
  /**
   * When it was made.
   */
  created_at: number;
  /**
   * Until when somebody can, or could, accept.
   */
  deadline: number;
  /**
   * When it was accepted, rejected, withdrawn, rescinded or timed out.
   */
  decided_at?: number | null;
  /**
   * Who accepted, rejected or withdrew it.
   */
  decided_by?: string | null;
  /**
   * When its discussion, or the part in the conference, ended.
   */
  ended_at?: number | null;
  /**
   * Who asked.
   */
  from: string;
  /**
   * The offer's id.
   */
  id: string;
  kind: OfferKind;
  /**
   * The customer's name when it was made.
   */
  name: string;
  /**
   * Its number in the thread.
   */
  number: number;
  /**
   * The queue in which it was made.
   */
  queue: string;
  /**
   * Why it was rejected or withdrawn.
   */
  reason?: string | null;
  /**
   * The conversation's id as people can read it out.
   */
  reference: string;
  status: OfferStatus;
  target: Target;
}
/**
 * What waits in a queue, and what came of today's conversations.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BoardQueue".
 */
export interface BoardQueue {
  /**
   * How many customers gave up today before anybody took their conversation.
   */
  abandoned_today: number;
  answered_today: Answered;
  /**
   * Its id.
   */
  id: string;
  /**
   * Since when the one waits that waits longest; absent where none does.
   */
  longest_since?: number | null;
  /**
   * Its name.
   */
  name: string;
  /**
   * How many of its conversations were resolved today, by agents and by the engine.
   */
  resolved_today?: number;
  /**
   * The team that serves it.
   */
  team: string;
  /**
   * When the oldest of them began that has had no answer at all; absent where there is none.
   */
  unanswered_since?: number | null;
  /**
   * How many conversations wait, counted up to 1,000.
   */
  waiting: number;
}
/**
 * A day as the workspace lives it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Today".
 */
export interface Today {
  /**
   * When it began.
   */
  from: number;
  /**
   * By which time zone: that of the workspace's business hours, or `UTC` where it has none.
   */
  time_zone: string;
}
/**
 * What became of one conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkItem".
 */
export interface BulkItem {
  /**
   * Which.
   */
  conversation: string;
  /**
   * Why it did not.
   */
  error?: Refused | null;
  /**
   * The entry it wrote, where it worked.
   */
  seq?: number | null;
}
/**
 * The answer: what became of each.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkResult".
 */
export interface BulkResult {
  /**
   * In the order in which they were named.
   */
  results: BulkItem[];
}
/**
 * `POST /v1/transfers`: hand several conversations on, each by itself.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkTransfer".
 */
export interface BulkTransfer {
  /**
   * Which conversations, at most 50.
   */
  conversations: string[];
  /**
   * Made by the client, 8 to 40 printable characters. Repeated, it has no second effect.
   */
  id: string;
  /**
   * At once, or by an offer.
   */
  mode?: TransferMode | null;
  /**
   * For who takes them, at most 1,000 characters.
   */
  note?: string | null;
  to: ToWhom;
}
/**
 * A canned message. Clients fill in its variables, and send none that has no value.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Canned".
 */
export interface Canned {
  /**
   * What it is listed under.
   */
  category: string;
  /**
   * Chosen by who made it: 1 to 40 of `a-z 0-9 - _`.
   */
  id: string;
  /**
   * What brings it up at once when typed after `/`.
   */
  shortcut?: string | null;
  /**
   * The words, with variables: `{{first_name}}`, `{{name}}`, `{{email}}`, `{{phone}}`,
   * `{{agent_name}}`, `{{agent_first_name}}`, `{{conversation}}`, `{{queue}}` and
   * `{{attribute.<key>}}`.
   */
  text: string;
  /**
   * What it is for, as lists show it.
   */
  title: string;
  /**
   * When it was last changed.
   */
  updated_at: number;
  /**
   * Who changed it.
   */
  updated_by: string;
  /**
   * Goes up with every change.
   */
  version: number;
}
/**
 * `PUT /v1/canned/{canned}`: makes a canned message, or changes it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CannedChange".
 */
export interface CannedChange {
  /**
   * 1 to 40 characters.
   */
  category: string;
  /**
   * 1 to 30 of `a-z 0-9 - _`; no two canned messages share one.
   */
  shortcut?: string | null;
  /**
   * 1 to 4,000 characters. Braces that are left open and variables that do not exist are refused.
   */
  text: string;
  /**
   * 1 to 80 characters.
   */
  title: string;
  /**
   * The version that you have read; 0 for a new one.
   */
  version: number;
}
/**
 * `GET /v1/canned`: all of them, by category and title.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CannedMessages".
 */
export interface CannedMessages {
  /**
   * At most 500.
   */
  canned: Canned[];
}
/**
 * One of the answers to a question.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Choice".
 */
export interface Choice {
  /**
   * What the customer reads.
   */
  label: string;
  /**
   * What stands for it in `choose`.
   */
  value: string;
}
/**
 * One address-book card.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ContactCard".
 */
export interface ContactCard {
  /**
   * Their addresses.
   */
  emails?: string[];
  /**
   * The person's name.
   */
  name: string;
  /**
   * Their numbers.
   */
  phones?: string[];
}
/**
 * A file, by reference.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Media".
 */
export interface Media {
  /**
   * Text beneath it.
   */
  caption?: string | null;
  /**
   * Of a picture that is kept here: its height in pixels.
   */
  height?: number | null;
  medium: Medium;
  /**
   * The declared MIME type; not to be trusted.
   */
  mime: string;
  /**
   * The file's name.
   */
  name?: string | null;
  /**
   * Where it can be had.
   */
  reference: string;
  /**
   * Its size in bytes, where it is kept here.
   */
  size?: number | null;
  /**
   * Of a picture that is kept here: its width in pixels.
   */
  width?: number | null;
}
/**
 * What the initiator says of one expert's part in a discussion.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export interface Outcome {
  /**
   * Whose.
   */
  agent: string;
  /**
   * For the record, at most 1,000 characters.
   */
  note?: string | null;
  /**
   * Whether they answered the question.
   */
  resolved: boolean;
}
/**
 * A command, as it stands in a frame and in the body of `POST /v1/commands`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CommandFrame".
 */
export interface CommandFrame {
  command: Command;
  /**
   * The conversation it is for.
   */
  conversation: string;
  /**
   * Made by the client, 8 to 64 printable characters, best a UUIDv7. A repeated command gets
   * the first answer and has no second effect; another command under an id of yours is refused
   * with `id_reused`.
   */
  id: string;
  /**
   * The newest entry of the thread that the client knew when it first gave the command.
   * Optional: lets the server answer with one read less, and find a repetition however late it
   * comes. Without it, a repetition is found for 7 days.
   */
  seen?: number | null;
}
/**
 * The customer.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Contact".
 */
export interface Contact {
  /**
   * Where they are answered on the channel: a phone number as its digits, an id of the
   * provider's, or a user name with `@` before it.
   */
  address: string;
  /**
   * The contact's id.
   */
  id: string;
  /**
   * Their name as the channel gave it or an agent did; may be empty.
   */
  name: string;
  /**
   * By what else they are known there now, in the same forms.
   */
  others?: string[];
}
/**
 * `PATCH /v1/contacts/{contact}`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ContactChange".
 */
export interface ContactChange {
  /**
   * What is known of them now: names of 1 to 40 characters, values of 1 to 200; `null` takes one
   * away, and one that is not named stays. At most 30 in the end.
   */
  attributes?: {
    [k: string]: string | null;
  };
  /**
   * Their e-mail address, at most 200 characters; `null`: none is known any more. Absent: it
   * stays.
   */
  email?: string | null;
  /**
   * What they are called from now on, 1 to 40 characters, whatever the channel says. Absent: it
   * stays.
   */
  name?: string | null;
  /**
   * All their further numbers: at most 10 of at most 30 characters, each with 5 to 15
   * digits. Absent: they stay.
   */
  phones?: string[] | null;
  /**
   * The version that was read.
   */
  version: number;
}
/**
 * `GET /v1/contacts/{contact}`: a customer over all channels.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ContactProfile".
 */
export interface ContactProfile {
  /**
   * What else agents know of them.
   */
  attributes: {
    [k: string]: string;
  };
  /**
   * Their e-mail address, whatever channels they use.
   */
  email?: string | null;
  /**
   * The contact's id.
   */
  id: string;
  /**
   * Where they are reached.
   */
  identities: Identity[];
  /**
   * Their name, as the first channel gave it or an agent did; may be empty.
   */
  name: string;
  /**
   * Numbers beside those in `identities`.
   */
  phones?: string[];
  /**
   * When they first wrote.
   */
  since: number;
  /**
   * Goes up with every change; `PATCH` must give the one it has read.
   */
  version: number;
}
/**
 * An address of a customer.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Identity".
 */
export interface Identity {
  /**
   * Their address there.
   */
  address: string;
  /**
   * `whatsapp`, `web` …
   */
  channel: string;
}
/**
 * A conversation as it stands after entry `seq` of its thread.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Conversation".
 */
export interface Conversation {
  /**
   * What agents call it.
   */
  alias?: string | null;
  /**
   * When it was answered first.
   */
  answered_at?: number | null;
  /**
   * The business's account it came in by.
   */
  asset: string;
  /**
   * When it was last assigned.
   */
  assigned_at?: number | null;
  /**
   * `whatsapp`, `web` …
   */
  channel: string;
  contact: Contact;
  /**
   * Private talks that are running.
   */
  discussions: Discussion[];
  /**
   * The kinds of files that the channel carries.
   */
  files?: FileRule[];
  /**
   * The entry that began it; 0 in conversations from before it was kept.
   */
  first?: number;
  /**
   * When it should be, or should have been, answered first.
   */
  first_answer_due: number;
  /**
   * Whether it goes before everybody else in its queue, because its owner left it.
   */
  front: boolean;
  /**
   * Who speaks with the customer beside the owner, in the order in which they joined.
   */
  guests: string[];
  /**
   * `<thread>-<number>`.
   */
  id: string;
  /**
   * Where it stands in the work on it: at most 5 of the settings' labels, by name. One that the
   * settings no longer offer stays until it is taken off.
   */
  labels: string[];
  /**
   * What the reader may do with it as it stands. With whom is asked of `GET /v1/agents`.
   */
  may?: Act[];
  /**
   * Managers who look on, as far as the reader may know of them.
   */
  monitors: Monitor[];
  /**
   * Requests that await an answer.
   */
  offers: Offer[];
  /**
   * When it began.
   */
  opened_at: number;
  /**
   * How that agent came by it.
   */
  origin?: Origin | null;
  /**
   * The agent it is assigned to.
   */
  owner?: string | null;
  /**
   * Higher is served first.
   */
  priority: number;
  /**
   * The queue it waits in or came from.
   */
  queue: string;
  /**
   * The id as people can read it out: `4T9M-0C2X-1`.
   */
  reference: string;
  /**
   * When the owner loses it to the queue if the customer gets no answer.
   */
  requeue_at?: number | null;
  /**
   * The newest entry. Entries of a thread are numbered densely from 1.
   */
  seq: number;
  /**
   * What an agent must be able to do to be given it.
   */
  skills: string[];
  status: Status;
  /**
   * What it is about: at most 12, in words of 1 to 40 characters.
   */
  tags: string[];
  /**
   * The longest text that the channel carries, in characters.
   */
  text_limit: number;
  /**
   * The thread: one customer on one of the business's accounts.
   */
  thread: string;
  waiting_on: Party;
  /**
   * Since when.
   */
  waiting_since: number;
  /**
   * Until when free text can be sent; absent where the channel has no such limit.
   */
  window_until?: number | null;
  /**
   * Conversations of this thread that are over and wait to be marked done.
   */
  wrap_ups: OpenWrapUp[];
}
/**
 * A running discussion.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Discussion".
 */
export interface Discussion {
  /**
   * `<thread>-d<number>`, with the number of the offer that opened it.
   */
  id: string;
  /**
   * Who asked for it.
   */
  initiator: string;
  /**
   * Everybody in it, the initiator first.
   */
  members: string[];
}
/**
 * A kind of file that a conversation's channel carries.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FileRule".
 */
export interface FileRule {
  /**
   * The largest, in bytes.
   */
  limit: number;
  medium: Medium;
  /**
   * Its MIME types.
   */
  types: string[];
}
/**
 * A manager who looks on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Monitor".
 */
export interface Monitor {
  /**
   * Who.
   */
  agent: string;
  mode: MonitorMode;
}
/**
 * A pending offer.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Offer".
 */
export interface Offer {
  /**
   * Whether a group is asked all at once.
   */
  all: boolean;
  /**
   * Until when somebody can.
   */
  deadline: number;
  /**
   * The running discussion that the colleague is to join.
   */
  discussion?: string | null;
  /**
   * Until when those asked now can accept, by the server's clock.
   */
  expires: number;
  /**
   * Who asks.
   */
  from: string;
  /**
   * `<thread>-o<number>`.
   */
  id: string;
  kind: OfferKind;
  /**
   * What is asked, in words. Only in a snapshot and in `GET /v1/conversations/{conversation}`;
   * elsewhere the event `offer_made` says it.
   */
  note?: string | null;
  target: Target;
  /**
   * Who can answer now.
   */
  to: string[];
  /**
   * Who was asked before, and did not accept.
   */
  tried: string[];
}
/**
 * A conversation that is over and waits to be marked done.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OpenWrapUp".
 */
export interface OpenWrapUp {
  /**
   * By whom.
   */
  agent: string;
  /**
   * Which conversation.
   */
  conversation: string;
  /**
   * Whether it takes a disposition.
   */
  mandatory: boolean;
}
/**
 * `GET /v1/conversations/{conversation}`: the conversation with its newest entries; of an earlier
 * one of its thread as it stood at its end.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ConversationWithEntries".
 */
export interface ConversationWithEntries {
  conversation: Conversation;
  /**
   * The newest entries of the thread, oldest first, at most 50.
   */
  entries: Entry[];
  /**
   * Whether there are earlier ones.
   */
  more: boolean;
  /**
   * The newest conversation of the thread, where that is another one.
   */
  newest?: string | null;
}
/**
 * One entry of a thread's log, with those of its events that the reader may see. An entry may
 * arrive with no events: it still counts as a position.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Entry".
 */
export interface Entry {
  /**
   * When it was written.
   */
  at: number;
  /**
   * `customer`, `system` or `agent:<id>`.
   */
  by: string;
  /**
   * The id of the command that caused it, if one did: tells a client its own.
   */
  command?: string | null;
  /**
   * What happened, in order. Clients skip types they do not know.
   */
  events: Event[];
  /**
   * Its position.
   */
  seq: number;
  /**
   * Set where a text or a list in it is shorter here than it was sent.
   */
  shortened?: Shortened | null;
}
/**
 * How the engine chose among several.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Routing".
 */
export interface Routing {
  /**
   * Who was chosen; absent where nobody could be, and where all were asked at once.
   */
  chosen?: string | null;
  decided_by: Decider;
  /**
   * How many more were looked at.
   */
  more: number;
  strategy: Strategy;
  /**
   * Who was looked at, the best first; at most 6.
   */
  weighed: Weighed[];
}
/**
 * A colleague who was looked at.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Weighed".
 */
export interface Weighed {
  /**
   * Who.
   */
  agent: string;
  /**
   * How many they may have.
   */
  capacity: number;
  /**
   * Why they could not be chosen.
   */
  excluded?: Excluded | null;
  /**
   * Since when nothing new had come to them and nothing had left them.
   */
  idle_since?: number | null;
  /**
   * How many conversations they had in progress.
   */
  open: number;
}
export interface EventRouted {
  type: 'routed';
}
/**
 * `GET /v1/conversations?status=&queue=&owner=&channel=&tag=&label=&from=&to=&q=&cursor=`: newest
 * first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Conversations".
 */
export interface Conversations {
  /**
   * One card for each conversation.
   */
  conversations: ConversationCard[];
  /**
   * Give this as `cursor` for the next page.
   */
  cursor?: string | null;
}
/**
 * One message of a direct talk.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectMessage".
 */
export interface DirectMessage {
  /**
   * When it was written.
   */
  at: number;
  /**
   * Who wrote it.
   */
  by: string;
  /**
   * The conversation that it is about. Who gets it may be unable to read that.
   */
  conversation?: string | null;
  /**
   * Its number in the talk, from 1, without gaps.
   */
  seq: number;
  /**
   * What.
   */
  text: string;
}
/**
 * `GET /v1/direct/{agent}?before=&limit=`: messages of one's talk with a colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectMessages".
 */
export interface DirectMessages {
  /**
   * Oldest first.
   */
  messages: DirectMessage[];
  /**
   * Whether there are earlier ones.
   */
  more: boolean;
}
/**
 * `PUT /v1/direct/{agent}/read`: moves one's read position forward.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectRead".
 */
export interface DirectRead {
  /**
   * The newest message that was read. A lower one than before changes nothing.
   */
  seq: number;
}
/**
 * The answer to `POST /v1/direct/{agent}`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectSent".
 */
export interface DirectSent {
  /**
   * The message's id.
   */
  id: string;
  /**
   * The message's number in the talk. Unchanged for a repeated id.
   */
  seq: number;
  /**
   * The colleague.
   */
  with: string;
}
/**
 * `DELETE /v1/uploads/{upload}`: what is gone.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Discarded".
 */
export interface Discarded {
  /**
   * Its id.
   */
  id: string;
}
/**
 * `POST /v1/commands` when the command was carried out.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Done".
 */
export interface Done {
  /**
   * The conversation it was for.
   */
  conversation: string;
  /**
   * The command's id.
   */
  id: string;
  /**
   * The entry it wrote. Unchanged for a repeated command. 0 if there was nothing to do.
   */
  seq: number;
}
/**
 * Something begun and not sent. Kept for 30 days after it was last changed.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Draft".
 */
export interface Draft {
  /**
   * When it was last changed.
   */
  at: number;
  /**
   * Where.
   */
  conversation: string;
  /**
   * In which discussion.
   */
  discussion?: string | null;
  mode: DraftMode;
  /**
   * What, at most 8,000 characters. Empty: there is no draft any more.
   */
  text: string;
}
/**
 * `GET /v1/drafts`: one's own drafts, newest first, at most 100.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Drafts".
 */
export interface Drafts {
  /**
   * One for each conversation, mode and discussion.
   */
  drafts: Draft[];
}
/**
 * The permanent record of one offer and what became of it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagement".
 */
export interface Engagement {
  /**
   * Whether a group was asked all at once.
   */
  all: boolean;
  /**
   * The conversation.
   */
  conversation: string;
  /**
   * When it was made.
   */
  created_at: number;
  /**
   * Until when somebody can, or could.
   */
  deadline: number;
  /**
   * When it was accepted, rejected, withdrawn, rescinded or timed out.
   */
  decided_at?: number | null;
  /**
   * Who accepted, rejected or withdrew it.
   */
  decided_by?: string | null;
  /**
   * The discussion that the colleague was to join.
   */
  discussion?: string | null;
  /**
   * How it came to end.
   */
  end_cause?: EndCause | null;
  /**
   * When its discussion, or the part in the conference, ended.
   */
  ended_at?: number | null;
  /**
   * Who ended it.
   */
  ended_by?: string | null;
  /**
   * Until when they can, or could, accept.
   */
  expires: number;
  /**
   * Who asked.
   */
  from: string;
  /**
   * The offer's id.
   */
  id: string;
  kind: OfferKind;
  /**
   * What they had on their desk then.
   */
  load?: Load | null;
  /**
   * How many lines were said in the discussion by its end.
   */
  messages?: number | null;
  /**
   * The customer's name when it was made; absent in records from before it was kept.
   */
  name?: string | null;
  /**
   * In words.
   */
  note?: string | null;
  /**
   * When those in `to` were asked.
   */
  offered_at: number;
  /**
   * The initiator's closing note.
   */
  outcome_note?: string | null;
  /**
   * What it became.
   */
  promoted_to?: Promotion | null;
  /**
   * The queue in which it was made.
   */
  queue?: string | null;
  /**
   * Why it was rejected or withdrawn.
   */
  reason?: string | null;
  /**
   * The reason's code: derived from it where it is one of the list's, else `other`.
   */
  reason_code?: string | null;
  /**
   * Whether the question was answered, as the initiator said.
   */
  resolved?: boolean | null;
  status: OfferStatus;
  /**
   * From when it was accepted until that end, in milliseconds.
   */
  talk_ms?: number | null;
  target: Target;
  /**
   * Who can answer now, or could at the end.
   */
  to: string[];
  /**
   * Who was asked in vain, in order, and what became of it.
   */
  tried: Tried[];
  /**
   * Who has still to mark the discussion done.
   */
  undone?: string[];
  /**
   * Goes up with every step.
   */
  version: number;
  /**
   * From when it was made until it was decided, in milliseconds.
   */
  wait_ms?: number | null;
}
/**
 * What somebody had on their desk.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Load".
 */
export interface Load {
  /**
   * How many they may have.
   */
  capacity: number;
  /**
   * How many conversations.
   */
  open: number;
}
/**
 * What became of one of those who were asked.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Tried".
 */
export interface Tried {
  /**
   * Who.
   */
  agent: string;
  /**
   * When it was over for them.
   */
  at: number;
  /**
   * What they had on their desk.
   */
  load?: Load | null;
  /**
   * Why.
   */
  reason?: string | null;
  /**
   * The reason's code.
   */
  reason_code?: string | null;
  status: OfferStatus;
}
/**
 * `GET /v1/conversations/{conversation}/engagements` and
 * `GET /v1/engagements?agent=|from=&to=&cursor=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagements".
 */
export interface Engagements {
  /**
   * Give this as `cursor` for the next page.
   */
  cursor?: string | null;
  /**
   * The records, newest first.
   */
  engagements: Engagement[];
}
/**
 * `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Entries".
 */
export interface Entries {
  /**
   * Entries of the thread, oldest first.
   */
  entries: Entry[];
  /**
   * Whether there are more in the direction asked for.
   */
  more: boolean;
}
/**
 * One field that was changed.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FieldChange".
 */
export interface FieldChange {
  /**
   * Which.
   */
  field: string;
  /**
   * What stood there; absent: it was inherited.
   */
  from?: {
    [k: string]: unknown;
  };
  /**
   * What stands there now; absent: it is inherited.
   */
  to?: {
    [k: string]: unknown;
  };
}
export interface FrameMessaging {
  action: 'messaging';
}
export interface FrameAssignment {
  action: 'assignment';
}
export interface FrameTransfer {
  action: 'transfer';
}
export interface FrameDiscuss {
  action: 'discuss';
}
/**
 * A header of a request.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "HeaderLine".
 */
export interface HeaderLine {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its value.
   */
  value: string;
}
/**
 * When somebody is there.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Hours".
 */
export interface Hours {
  /**
   * Days on which nobody is there, as `2026-12-25`: up to 100.
   */
  closed?: string[];
  /**
   * The name of a time zone, as `Europe/Berlin`.
   */
  time_zone: string;
  week: Week;
}
/**
 * The days of a week. A day left out is one on which nobody is there.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Week".
 */
export interface Week {
  /**
   * Fridays.
   */
  friday?: Shift[];
  /**
   * Mondays.
   */
  monday?: Shift[];
  /**
   * Saturdays.
   */
  saturday?: Shift[];
  /**
   * Sundays.
   */
  sunday?: Shift[];
  /**
   * Thursdays.
   */
  thursday?: Shift[];
  /**
   * Tuesdays.
   */
  tuesday?: Shift[];
  /**
   * Wednesdays.
   */
  wednesday?: Shift[];
}
/**
 * From when to when somebody is there, by the clock on the wall.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Shift".
 */
export interface Shift {
  /**
   * The first minute, as `09:00`.
   */
  from: string;
  /**
   * The minute after the last, as `17:00`; `24:00` is the end of the day.
   */
  to: string;
}
/**
 * A label that agents can put on conversations.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Label".
 */
export interface Label {
  colour: Colour;
  /**
   * What it says: 1 to 40 characters.
   */
  name: string;
}
/**
 * `GET /v1/media/{media}`: where a file can be fetched, until when.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MediaLink".
 */
export interface MediaLink {
  /**
   * Until then.
   */
  expires: number;
  /**
   * Its MIME type, as its content says.
   */
  mime: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * Its size in bytes.
   */
  size: number;
  /**
   * Fetch it there. Good for whoever holds it: keep it to yourself.
   */
  url: string;
}
/**
 * A remark in which you are mentioned.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mention".
 */
export interface Mention {
  /**
   * When it was written.
   */
  at: number;
  /**
   * By whom.
   */
  by: string;
  /**
   * The conversation.
   */
  conversation: string;
  /**
   * The entry that holds the remark.
   */
  seq: number;
  /**
   * What, cut to 400 bytes.
   */
  text: string;
}
/**
 * `GET /v1/mentions?cursor=`: newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mentions".
 */
export interface Mentions {
  /**
   * Give this as `cursor` for the next page.
   */
  cursor?: string | null;
  /**
   * The caller's own.
   */
  mentions: Mention[];
  /**
   * Up to when you have looked at them; 0 before you ever did. What is newer was missed.
   */
  seen_at: number;
  /**
   * How many are newer than that, counted up to 99.
   */
  unseen: number;
}
/**
 * Up to when you have looked at your mentions.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MentionsSeen".
 */
export interface MentionsSeen {
  /**
   * Up to when.
   */
  at: number;
  /**
   * How many are newer than that, counted up to 99.
   */
  unseen: number;
}
/**
 * `POST /v1/direct/{agent}`: writes to a colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewDirect".
 */
export interface NewDirect {
  /**
   * A conversation that it is about and that you may read.
   */
  conversation?: string | null;
  /**
   * Made by the client, 8 to 64 printable characters, best a UUIDv7. For 7 days a repeated one
   * gets the first answer and has no second effect.
   */
  id: string;
  /**
   * What to say, 1 to 4,000 characters.
   */
  text: string;
}
/**
 * `POST /v1/uploads`: announces a file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewUpload".
 */
export interface NewUpload {
  /**
   * For which conversation.
   */
  conversation: string;
  /**
   * Its MIME type: one of those in the conversation's `files`, or of a comment.
   */
  mime: string;
  /**
   * The file's name, at most 255 characters.
   */
  name: string;
  purpose: UploadPurpose;
  /**
   * Its size in bytes, exactly.
   */
  size: number;
}
/**
 * `POST /v1/visitors`: begins a web chat.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewVisitor".
 */
export interface NewVisitor {
  /**
   * The web-chat asset, as it stands in the widget's snippet.
   */
  asset: string;
  /**
   * Where they can be written to afterwards, if they said so; at most 200 characters. Agents see
   * it as the contact's `email`. Whoever begins a chat can claim any: it proves
   * nothing.
   */
  email?: string | null;
  /**
   * The visitor's name, if they gave one; at most 40 characters.
   */
  name?: string | null;
}
/**
 * `POST /v1/visitors/uploads`: a visitor announces a file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewVisitorUpload".
 */
export interface NewVisitorUpload {
  /**
   * Its MIME type.
   */
  mime: string;
  /**
   * The file's name, at most 255 characters.
   */
  name: string;
  /**
   * Its size in bytes, exactly.
   */
  size: number;
}
/**
 * What one place says otherwise. A field left out is inherited: from the team, then from
 * the workspace, then from the engine.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Overrides".
 */
export interface Overrides {
  /**
   * After how much silence a customer who still waits in web chat counts as gone, in seconds:
   * 30 to 86,400; `null`: never.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an assign offer waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds?: number;
  /**
   * How long the customer may be silent before a conversation is resolved, in seconds: 60 to
   * 2,592,000.
   */
  auto_resolve_seconds?: number;
  /**
   * What can be chosen from when going away: up to 20.
   */
  away_reasons?: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases?: string[];
  /**
   * How many may take part in a conference, the customer counted: 3 to 6.
   */
  conference_limit?: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds?: number;
  /**
   * How long a discuss offer waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds?: number;
  /**
   * What a conversation can turn out to have been: up to 20; none: any words will do.
   */
  dispositions?: string[];
  /**
   * Within what time a new conversation should have its first answer, in seconds: 5 to 86,400.
   */
  first_answer_target_seconds?: number;
  /**
   * How long before that a warning goes out, in seconds: 1 to 86,400, and less than it.
   */
  first_answer_warning_seconds?: number;
  /**
   * Whether conversations stay with the team that had them. Where it is off, who gets the
   * customer's next conversation reads all earlier ones, also those of other teams; where it is
   * on, only the team of the queue, those who took part, and admins do. Usual: off.
   */
  history_stays_with_team?: boolean;
  /**
   * When somebody is there; `null`: always.
   */
  hours?: Hours | null;
  /**
   * What agents can label conversations with: up to 20.
   */
  labels?: Label[];
  mode?: Mode;
  /**
   * What customers are told, once for each conversation, who write when nobody is there: 1 to
   * 1,000 characters. Hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before they lose what they own, in seconds: 10 to 86,400;
   * `null`: they keep it.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority?: number;
  /**
   * What a colleague can choose from when rejecting: 1 to 20.
   */
  reject_reasons?: string[];
  /**
   * How long after the end the next message reopens the same conversation, in seconds: 60 to
   * 2,592,000; `null`: it begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * After how long an unanswered customer is taken from the owner, in seconds: 30 to 86,400;
   * `null`: never.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before that the owner is warned, in seconds: 1 to 86,400, and less than it.
   */
  requeue_warning_seconds?: number;
  /**
   * What an agent must be able to do to be given one: up to 20.
   */
  skills?: string[];
  /**
   * How long one member of a team, queue or skill is asked before the next is, in seconds: 5 to
   * 3,600, and no longer than a discuss or assign offer waits.
   */
  step_timeout_seconds?: number;
  strategy?: Strategy;
  /**
   * What customers can be asked: up to 10.
   */
  surveys?: Survey[];
  /**
   * Tags that are suggested, each of up to 40 characters: up to 100. Any other word will do, too.
   */
  tags?: string[];
  /**
   * Whether who is handed to another queue keeps their priority.
   */
  transfer_keeps_priority?: boolean;
  /**
   * Whether who is handed to another queue keeps the time they have waited.
   */
  transfer_keeps_wait?: boolean;
  transfer_mode?: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams?: boolean;
  /**
   * What agents can set off on the event bus: up to 20.
   */
  triggers?: string[];
  /**
   * Origins of the pages on which the web chat of the accounts of a queue may be opened, as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins?: string[];
  /**
   * What can be chosen from when withdrawing: 1 to 20.
   */
  withdraw_reasons?: string[];
  wrap_up?: WrapUp;
  /**
   * After how long a wrap-up ends by itself, in seconds: 30 to 86,400; `null`: never.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * A question that customers are asked.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Survey".
 */
export interface Survey {
  /**
   * What the customer can answer, up to 9; none: the question holds a link.
   */
  answers?: string[];
  /**
   * What agents choose it by: 1 to 100 characters.
   */
  name: string;
  /**
   * What the customer reads: 1 to 1,000 characters.
   */
  question: string;
}
/**
 * `GET` and `PUT /v1/preferences`: how an agent likes the console. `PUT` replaces the whole
 * document; a field left out gets its default. Fields that the server does not know are refused.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Preferences".
 */
export interface Preferences {
  contrast?: Contrast;
  density?: Density;
  /**
   * After how many minutes without a key or a pointer the console proposes to be away; at most
   * 120, and 0 for never.
   */
  idle_minutes?: number;
  /**
   * The language of the console: a tag of BCP 47, at most 35 characters.
   */
  language?: string;
  /**
   * Whether the desktop shows notifications.
   */
  notifications?: boolean;
  /**
   * By panel: its width or height in pixels, 0 to 10,000. At most 40.
   */
  panels?: {
    [k: string]: number;
  };
  /**
   * Whether a sound comes again until its conversation was read.
   */
  repeat_until_read?: boolean;
  /**
   * Whether the composer returns to Reply by itself once a comment was added.
   */
  reply_after_comment?: boolean;
  /**
   * The sections of the details panel that are open, in order. At most 40.
   */
  sections?: string[];
  send_key?: SendKey;
  /**
   * By act: the keys that do it, at most 40 characters. At most 200.
   */
  shortcuts?: {
    [k: string]: string;
  };
  /**
   * Whether shortcuts of a single key are on.
   */
  single_keys?: boolean;
  sort?: Sort;
  /**
   * By trigger: the name of its sound, or `off`. At most 40, names of 1 to 40 of `a-z 0-9 - _ .`.
   */
  sounds?: {
    [k: string]: string;
  };
  theme?: Theme;
  /**
   * Goes up with every change; 0 before the first. Give the one that you have read.
   */
  version?: number;
  /**
   * How loud, in per cent.
   */
  volume?: number;
}
/**
 * `PUT /v1/me/presence`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceBody".
 */
export interface PresenceBody {
  presence: PresenceChoice;
  /**
   * Why not, for colleagues to see: at most 100 characters. Only with `away`.
   */
  reason?: string | null;
}
/**
 * A presence that somebody else set.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChange".
 */
export interface PresenceChange {
  /**
   * When.
   */
  at: number;
  /**
   * Who did.
   */
  by: string;
  presence: PresenceChoice;
  /**
   * Why they take no work, where a reason was given.
   */
  reason?: string | null;
}
/**
 * `GET /v1/agents/{agent}/presence`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChanges".
 */
export interface PresenceChanges {
  /**
   * When somebody else set the agent's presence, newest first: of the last 90 days, at most 100.
   */
  changes: PresenceChange[];
}
/**
 * Every answer with a status of 400 or more.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  error: Refused;
}
/**
 * A direct talk as it stands for one of its two sides.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Talk".
 */
export interface Talk {
  /**
   * When it was written.
   */
  at: number;
  /**
   * Who wrote it.
   */
  by: string;
  /**
   * Its beginning, cut to 120 bytes.
   */
  line: string;
  /**
   * The number of the newest message.
   */
  seq: number;
  /**
   * How many of the colleague's messages come after your read position.
   */
  unread: number;
  /**
   * The colleague.
   */
  with: string;
}
/**
 * A queue, with what waits in it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Queue".
 */
export interface Queue {
  /**
   * Its id.
   */
  id: string;
  mode: Mode;
  /**
   * Whether there are more than these.
   */
  more: boolean;
  /**
   * Its name.
   */
  name: string;
  /**
   * The team that serves it.
   */
  team: string;
  /**
   * The first 50 places, in the order in which they are served.
   */
  waiting: QueuePlace[];
}
/**
 * A conversation that waits in a queue.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "QueuePlace".
 */
export interface QueuePlace {
  /**
   * By what they are known on the channel: phone numbers as their digits, ids, user names.
   */
  addresses?: string[];
  /**
   * What agents call it.
   */
  alias?: string | null;
  /**
   * `whatsapp`, `web` …
   */
  channel: string;
  /**
   * The customer's id; absent where the place was taken before it was kept.
   */
  contact?: string | null;
  /**
   * Which conversation.
   */
  conversation: string;
  /**
   * When it should be, or should have been, answered first; absent where it has been.
   */
  first_answer_due?: number | null;
  /**
   * Whether it goes before everybody else, because its owner left it.
   */
  front: boolean;
  /**
   * Where it stands in the work on it.
   */
  labels: string[];
  /**
   * The customer's name.
   */
  name: string;
  /**
   * Higher is served first.
   */
  priority: number;
  /**
   * The id as people can read it out.
   */
  reference: string;
  /**
   * Since when it waits.
   */
  since: number;
  /**
   * The newest message, or the note with which it was put back, cut to 120 characters.
   */
  summary: string;
  /**
   * What it is about.
   */
  tags: string[];
}
/**
 * `GET /v1/settings`, and the answer to `PUT`: the workspace's.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
  /**
   * After how much silence a customer who still waits in web chat counts as gone, in seconds:
   * 30 to 86,400; `null`: never.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an assign offer waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds: number;
  /**
   * What is to be looked after; told to admins only, and only in the answer to `GET`. It can be
   * sent back with `PUT`, and changes nothing there.
   */
  attention?: Attention | null;
  /**
   * How long the customer may be silent before a conversation is resolved, in seconds: 60 to
   * 2,592,000.
   */
  auto_resolve_seconds: number;
  /**
   * What can be chosen from when going away: up to 20.
   */
  away_reasons: string[];
  /**
   * When.
   */
  changed_at?: number | null;
  /**
   * Who changed them last.
   */
  changed_by?: string | null;
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases: string[];
  /**
   * How many may take part in a conference, the customer counted: 3 to 6.
   */
  conference_limit: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds: number;
  /**
   * How long a discuss offer waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds: number;
  /**
   * What a conversation can turn out to have been: up to 20; none: any words will do.
   */
  dispositions: string[];
  /**
   * Within what time a new conversation should have its first answer, in seconds: 5 to 86,400.
   */
  first_answer_target_seconds: number;
  /**
   * How long before that a warning goes out, in seconds: 1 to 86,400, and less than it.
   */
  first_answer_warning_seconds: number;
  /**
   * Whether conversations stay with the team that had them. Where it is off, who gets the
   * customer's next conversation reads all earlier ones, also those of other teams; where it is
   * on, only the team of the queue, those who took part, and admins do. Usual: off.
   */
  history_stays_with_team: boolean;
  /**
   * When somebody is there; `null`: always.
   */
  hours?: Hours | null;
  /**
   * What agents can label conversations with: up to 20.
   */
  labels: Label[];
  mode: Mode;
  /**
   * What customers are told, once for each conversation, who write when nobody is there: 1 to
   * 1,000 characters. Hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before they lose what they own, in seconds: 10 to 86,400;
   * `null`: they keep it.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority: number;
  /**
   * What a colleague can choose from when rejecting: 1 to 20.
   */
  reject_reasons: string[];
  /**
   * How long after the end the next message reopens the same conversation, in seconds: 60 to
   * 2,592,000; `null`: it begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * After how long an unanswered customer is taken from the owner, in seconds: 30 to 86,400;
   * `null`: never.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before that the owner is warned, in seconds: 1 to 86,400, and less than it.
   */
  requeue_warning_seconds: number;
  /**
   * What an agent must be able to do to be given one: up to 20.
   */
  skills: string[];
  /**
   * How long one member of a team, queue or skill is asked before the next is, in seconds: 5 to
   * 3,600, and no longer than a discuss or assign offer waits.
   */
  step_timeout_seconds: number;
  strategy: Strategy;
  /**
   * What customers can be asked: up to 10.
   */
  surveys: Survey[];
  /**
   * Tags that are suggested, each of up to 40 characters: up to 100. Any other word will do, too.
   */
  tags: string[];
  /**
   * Whether who is handed to another queue keeps their priority.
   */
  transfer_keeps_priority: boolean;
  /**
   * Whether who is handed to another queue keeps the time they have waited.
   */
  transfer_keeps_wait: boolean;
  transfer_mode: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams: boolean;
  /**
   * What agents can set off on the event bus: up to 20.
   */
  triggers: string[];
  /**
   * Goes up with every change; `PUT` must give the one it has read.
   */
  version: number;
  /**
   * Origins of the pages on which the web chat of the accounts of a queue may be opened, as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins: string[];
  /**
   * What can be chosen from when withdrawing: 1 to 20.
   */
  withdraw_reasons: string[];
  wrap_up: WrapUp;
  /**
   * After how long a wrap-up ends by itself, in seconds: 30 to 86,400; `null`: never.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * A team.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Team".
 */
export interface Team {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
}
export interface PushDraft {
  type: 'draft';
}
export interface PushMentioned {
  type: 'mentioned';
}
export interface PushMentionsSeen {
  type: 'mentions_seen';
}
export interface PushPresenceSet {
  type: 'presence_set';
}
export interface PushRefused {
  type: 'refused';
}
/**
 * `GET /v1/queues`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Queues".
 */
export interface Queues {
  /**
   * The queues of the caller's teams.
   */
  queues: Queue[];
}
/**
 * A choice, with when and what for.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "RoutingAt".
 */
export interface RoutingAt {
  /**
   * When.
   */
  at: number;
  routing: Routing;
  /**
   * The entry.
   */
  seq: number;
}
/**
 * `GET /v1/conversations/{conversation}/routing`: how the engine chose, each time, newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Routings".
 */
export interface Routings {
  /**
   * The choices.
   */
  routings: RoutingAt[];
}
/**
 * Everything that is set, as it holds in one place.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Rules".
 */
export interface Rules {
  /**
   * After how much silence a customer who still waits in web chat counts as gone, in seconds:
   * 30 to 86,400; `null`: never.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an assign offer waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds: number;
  /**
   * How long the customer may be silent before a conversation is resolved, in seconds: 60 to
   * 2,592,000.
   */
  auto_resolve_seconds: number;
  /**
   * What can be chosen from when going away: up to 20.
   */
  away_reasons: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases: string[];
  /**
   * How many may take part in a conference, the customer counted: 3 to 6.
   */
  conference_limit: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds: number;
  /**
   * How long a discuss offer waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds: number;
  /**
   * What a conversation can turn out to have been: up to 20; none: any words will do.
   */
  dispositions: string[];
  /**
   * Within what time a new conversation should have its first answer, in seconds: 5 to 86,400.
   */
  first_answer_target_seconds: number;
  /**
   * How long before that a warning goes out, in seconds: 1 to 86,400, and less than it.
   */
  first_answer_warning_seconds: number;
  /**
   * Whether conversations stay with the team that had them. Where it is off, who gets the
   * customer's next conversation reads all earlier ones, also those of other teams; where it is
   * on, only the team of the queue, those who took part, and admins do. Usual: off.
   */
  history_stays_with_team: boolean;
  /**
   * When somebody is there; `null`: always.
   */
  hours?: Hours | null;
  /**
   * What agents can label conversations with: up to 20.
   */
  labels: Label[];
  mode: Mode;
  /**
   * What customers are told, once for each conversation, who write when nobody is there: 1 to
   * 1,000 characters. Hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before they lose what they own, in seconds: 10 to 86,400;
   * `null`: they keep it.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority: number;
  /**
   * What a colleague can choose from when rejecting: 1 to 20.
   */
  reject_reasons: string[];
  /**
   * How long after the end the next message reopens the same conversation, in seconds: 60 to
   * 2,592,000; `null`: it begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * After how long an unanswered customer is taken from the owner, in seconds: 30 to 86,400;
   * `null`: never.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before that the owner is warned, in seconds: 1 to 86,400, and less than it.
   */
  requeue_warning_seconds: number;
  /**
   * What an agent must be able to do to be given one: up to 20.
   */
  skills: string[];
  /**
   * How long one member of a team, queue or skill is asked before the next is, in seconds: 5 to
   * 3,600, and no longer than a discuss or assign offer waits.
   */
  step_timeout_seconds: number;
  strategy: Strategy;
  /**
   * What customers can be asked: up to 10.
   */
  surveys: Survey[];
  /**
   * Tags that are suggested, each of up to 40 characters: up to 100. Any other word will do, too.
   */
  tags: string[];
  /**
   * Whether who is handed to another queue keeps their priority.
   */
  transfer_keeps_priority: boolean;
  /**
   * Whether who is handed to another queue keeps the time they have waited.
   */
  transfer_keeps_wait: boolean;
  transfer_mode: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams: boolean;
  /**
   * What agents can set off on the event bus: up to 20.
   */
  triggers: string[];
  /**
   * Origins of the pages on which the web chat of the accounts of a queue may be opened, as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins: string[];
  /**
   * What can be chosen from when withdrawing: 1 to 20.
   */
  withdraw_reasons: string[];
  wrap_up: WrapUp;
  /**
   * After how long a wrap-up ends by itself, in seconds: 30 to 86,400; `null`: never.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * `PUT /v1/settings/teams/{team}` and `PUT /v1/settings/queues/{queue}`: replaces what is said
 * there. A field left out is inherited again.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ScopedChange".
 */
export interface ScopedChange {
  own: Overrides;
  /**
   * The version that was read.
   */
  version: number;
}
/**
 * `GET /v1/settings/teams/{team}` and `GET /v1/settings/queues/{queue}`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ScopedSettings".
 */
export interface ScopedSettings {
  /**
   * When.
   */
  changed_at?: number | null;
  /**
   * Who changed them last.
   */
  changed_by?: string | null;
  effective: Rules;
  own: Overrides;
  scope: Scope;
  /**
   * Goes up with every change; 0 before the first.
   */
  version: number;
}
/**
 * `PUT /v1/mentions/seen`: you have looked at your mentions up to then.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SeeMentions".
 */
export interface SeeMentions {
  /**
   * The moment of the newest that you have looked at. It only moves forward; what is still to
   * come counts as now.
   */
  at: number;
}
/**
 * `PUT /v1/settings`. A field left out keeps its value, `null` switches off. `changed_by`
 * and `changed_at` are passed over, so that what `GET` gave can be sent back; any other
 * field that the server does not know is refused.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsChange".
 */
export interface SettingsChange {
  /**
   * After how much silence a customer who still waits in web chat counts as gone, in seconds:
   * 30 to 86,400; `null`: never.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an assign offer waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds?: number;
  /**
   * How long the customer may be silent before a conversation is resolved, in seconds: 60 to
   * 2,592,000.
   */
  auto_resolve_seconds?: number;
  /**
   * What can be chosen from when going away: up to 20.
   */
  away_reasons?: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases?: string[];
  /**
   * How many may take part in a conference, the customer counted: 3 to 6.
   */
  conference_limit?: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds?: number;
  /**
   * How long a discuss offer waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds?: number;
  /**
   * What a conversation can turn out to have been: up to 20; none: any words will do.
   */
  dispositions?: string[];
  /**
   * Within what time a new conversation should have its first answer, in seconds: 5 to 86,400.
   */
  first_answer_target_seconds?: number;
  /**
   * How long before that a warning goes out, in seconds: 1 to 86,400, and less than it.
   */
  first_answer_warning_seconds?: number;
  /**
   * Whether conversations stay with the team that had them. Where it is off, who gets the
   * customer's next conversation reads all earlier ones, also those of other teams; where it is
   * on, only the team of the queue, those who took part, and admins do. Usual: off.
   */
  history_stays_with_team?: boolean;
  /**
   * When somebody is there; `null`: always.
   */
  hours?: Hours | null;
  /**
   * What agents can label conversations with: up to 20.
   */
  labels?: Label[];
  mode?: Mode;
  /**
   * What customers are told, once for each conversation, who write when nobody is there: 1 to
   * 1,000 characters. Hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before they lose what they own, in seconds: 10 to 86,400;
   * `null`: they keep it.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority?: number;
  /**
   * What a colleague can choose from when rejecting: 1 to 20.
   */
  reject_reasons?: string[];
  /**
   * How long after the end the next message reopens the same conversation, in seconds: 60 to
   * 2,592,000; `null`: it begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * After how long an unanswered customer is taken from the owner, in seconds: 30 to 86,400;
   * `null`: never.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before that the owner is warned, in seconds: 1 to 86,400, and less than it.
   */
  requeue_warning_seconds?: number;
  /**
   * What an agent must be able to do to be given one: up to 20.
   */
  skills?: string[];
  /**
   * How long one member of a team, queue or skill is asked before the next is, in seconds: 5 to
   * 3,600, and no longer than a discuss or assign offer waits.
   */
  step_timeout_seconds?: number;
  strategy?: Strategy;
  /**
   * What customers can be asked: up to 10.
   */
  surveys?: Survey[];
  /**
   * Tags that are suggested, each of up to 40 characters: up to 100. Any other word will do, too.
   */
  tags?: string[];
  /**
   * Whether who is handed to another queue keeps their priority.
   */
  transfer_keeps_priority?: boolean;
  /**
   * Whether who is handed to another queue keeps the time they have waited.
   */
  transfer_keeps_wait?: boolean;
  transfer_mode?: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams?: boolean;
  /**
   * What agents can set off on the event bus: up to 20.
   */
  triggers?: string[];
  /**
   * The version that was read.
   */
  version: number;
  /**
   * Origins of the pages on which the web chat of the accounts of a queue may be opened, as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins?: string[];
  /**
   * What can be chosen from when withdrawing: 1 to 20.
   */
  withdraw_reasons?: string[];
  wrap_up?: WrapUp;
  /**
   * After how long a wrap-up ends by itself, in seconds: 30 to 86,400; `null`: never.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * One change of the settings.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsChanged".
 */
export interface SettingsChanged {
  /**
   * When.
   */
  at: number;
  /**
   * Who.
   */
  by: string;
  /**
   * What.
   */
  changes: FieldChange[];
  scope: Scope;
}
/**
 * `GET /v1/settings/changes?limit=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsLog".
 */
export interface SettingsLog {
  /**
   * Who changed what, newest first.
   */
  changes: SettingsChanged[];
}
/**
 * `GET /v1/direct`: one's own talks, newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Talks".
 */
export interface Talks {
  /**
   * One for each colleague with whom something was written.
   */
  talks: Talk[];
}
/**
 * `PUT /v1/templates/{asset}`: enters a template, changes it or retires it. Name and language say
 * which; a template in another language is another one.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplateChange".
 */
export interface TemplateChange {
  /**
   * 1 to 1,024 characters. Values are numbered `{{1}}`, `{{2}}` … without a gap, or all have
   * names of `a-z 0-9 _`.
   */
  body: string;
  /**
   * At most 10 texts of 1 to 25 characters, without values.
   */
  buttons?: string[];
  category: TemplateCategory;
  /**
   * For each value, in order, a variable of canned messages (`first_name`, `attribute.Order` …)
   * from which clients fill it, or nothing.
   */
  fills?: string[];
  /**
   * One line of at most 60 characters, without values.
   */
  footer?: string | null;
  /**
   * One line of at most 60 characters, with at most one value.
   */
  header?: string | null;
  /**
   * `en`, `en_US`, `zh_CN` …
   */
  language: string;
  /**
   * 1 to 512 of `a-z 0-9 _`.
   */
  name: string;
  status: TemplateStatus;
  /**
   * The version that you have read; 0 for a new one.
   */
  version: number;
}
/**
 * `GET /v1/templates?asset=`: the accounts of the caller's teams that carry templates.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Templates".
 */
export interface Templates {
  /**
   * By id.
   */
  accounts: Account[];
}
/**
 * `POST /v1/ws-ticket` and `POST /v1/visitors/ticket`: a ticket opens one socket, once, within
 * 30 seconds, as `wss://…?ticket=<ticket>`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Ticket".
 */
export interface Ticket {
  /**
   * When it lapses.
   */
  expires: number;
  /**
   * The ticket.
   */
  ticket: string;
  /**
   * The socket's address, without the ticket.
   */
  url: string;
}
/**
 * Where to put the bytes of an announced file, until when. An upload that is not used is gone
 * after 24 hours.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Upload".
 */
export interface Upload {
  /**
   * Until then.
   */
  expires: number;
  /**
   * With these headers, to the letter.
   */
  headers: HeaderLine[];
  /**
   * Its id: the `reference` of the message or comment that will hold it.
   */
  id: string;
  /**
   * With this method.
   */
  method: string;
  /**
   * Send the bytes there, and nothing else with them.
   */
  url: string;
}
/**
 * `POST /v1/uploads/{upload}/complete`, where the bytes are what was announced.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Uploaded".
 */
export interface Uploaded {
  media: Media;
}
/**
 * The answer: keep the token, it is the visitor's identity on this asset for 30 days.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Visitor".
 */
export interface Visitor {
  /**
   * When it lapses.
   */
  expires: number;
  /**
   * Sent as bearer token to `POST /v1/visitors/ticket`, which also answers with a fresh one.
   */
  token: string;
}
/**
 * One message, as the visitor sees it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorMessage".
 */
export interface VisitorMessage {
  /**
   * When it was written.
   */
  at: number;
  /**
   * What the visitor can choose from, by one press; `content` holds the question alone. They
   * may also write the number of a choice, its words, or anything else.
   */
  choices?: Choice[];
  /**
   * Of the visitor's message: the value of the choice that it took, pressed or written, of those
   * offered last before it.
   */
  chosen?: string | null;
  /**
   * The id of the visitor's own command, so that a client recognises its message.
   */
  command?: string | null;
  /**
   * What. Absent for `note`.
   */
  content?: Content | null;
  from: VisitorSide;
  /**
   * Its number, from 1, without gaps.
   */
  number: number;
  /**
   * Whether its text is shorter here than it was sent.
   */
  shortened?: boolean;
}
export interface VisitorPushRefused {
  type: 'refused';
}
/**
 * `POST /v1/visitors/ticket`: opens one socket, and renews the token.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorTicket".
 */
export interface VisitorTicket {
  /**
   * Present if nobody can serve the visitor now: they may leave a message (`write` with
   * `reach`).
   */
  away?: Away | null;
  /**
   * When it lapses.
   */
  expires: number;
  /**
   * The kinds of files that the chat carries.
   */
  files?: FileRule[];
  /**
   * The ticket.
   */
  ticket: string;
  /**
   * The socket's address, without the ticket.
   */
  url: string;
  visitor: Visitor;
}
