/* Generated from docs/protocol/schema.json by `npm run generate`. Do not edit. */

/**
 * The requests that a key admits.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Access".
 */
export type Access = 'read' | 'write';
/**
 * A template's purpose, by which the provider sorts and bills it.
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
 * Whether agents can send a template.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplateStatus".
 */
export type TemplateStatus = 'approved' | 'paused' | 'rejected' | 'retired';
/**
 * An act of an agent on a conversation.
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
 * The role of an agent.
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
  | 'no_quotes'
  | 'message_unknown'
  | 'opted_out'
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
  | 'name_taken'
  | 'email_taken'
  | 'account_taken'
  | 'unknown_record'
  | 'in_use'
  | 'last_admin'
  | 'busy'
  | 'unavailable'
  | 'internal';
/**
 * The colleague or group that gets a request or a conversation: `{"agent": "martha"}`. In a
 * command, a plain string is an agent's id, too.
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
 * How something stands.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FindingState".
 */
export type FindingState = 'good' | 'warning' | 'bad' | 'unknown';
/**
 * The state of a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Status".
 */
export type Status = 'queued' | 'active' | 'pending' | 'resolved' | 'abandoned';
/**
 * The side whose turn it is.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Party".
 */
export type Party = 'agent' | 'customer';
/**
 * The kind of request that an offer makes.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferKind".
 */
export type OfferKind = 'assign' | 'discuss' | 'conference';
/**
 * The state of an offer: pending, then exactly one of the others.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferStatus".
 */
export type OfferStatus =
  'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'timed_out' | 'rescinded';
/**
 * The way in which an agent hands a conversation on.
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
 * The state of a chat, for the visitor.
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
 * A change that an agent asks for. Each variant names the action that carries it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Command".
 */
export type Command =
  | {
      content: Content;
      /**
       * The `seq` of the entry whose message this one answers. Only where `channel` quotes:
       * `quotes` of the conversation says so.
       */
      reply_to?: number | null;
      type: 'send';
    }
  | {
      /**
       * The emoji; absent: the earlier one is taken away.
       */
      emoji?: string | null;
      /**
       * The `seq` of the entry that holds the earlier message.
       */
      message: number;
      type: 'react';
    }
  | {
      /**
       * The files that go with the comment.
       */
      files?: Media[];
      /**
       * The ids of colleagues whom the comment mentions: at most 10, each of whom may read the
       * conversation. The server tells them.
       */
      mentions?: string[];
      /**
       * The comment's text, at most 4,000 characters.
       */
      text: string;
      type: 'comment';
    }
  | {
      /**
       * The `seq` of the entry that holds the message.
       */
      message: number;
      type: 'retry';
    }
  | {
      /**
       * The `seq` of the entry that holds the message.
       */
      message: number;
      type: 'fetch_file';
    }
  | {
      type: 'accept';
    }
  | {
      /**
       * Whether the conversation ends for the guests of its conference, too. Without it, an
       * owner who resolves leaves the conversation to the guests.
       */
      for_all?: boolean;
      /**
       * A note for the record, at most 1,000 characters.
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
       * The name of the survey.
       */
      survey: string;
      type: 'send_survey';
    }
  | {
      /**
       * A note for the receiver, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * The name of the trigger.
       */
      trigger: string;
      type: 'trigger';
    }
  | {
      /**
       * The conversation's disposition: one of those in the settings, where the settings list
       * any; at most 100 characters.
       */
      disposition?: string | null;
      /**
       * A note for the record, at most 1,000 characters.
       */
      note?: string | null;
      type: 'done';
    }
  | {
      /**
       * The priority: 0 to 9. The engine serves higher ones first.
       */
      priority: number;
      type: 'prioritise';
    }
  | {
      /**
       * The skills, at most 5. They replace the earlier ones.
       */
      skills: string[];
      type: 'require';
    }
  | {
      /**
       * The tags to put on, each of 1 to 40 characters. Tags that differ in case only are the
       * same tag. A conversation has at most 12.
       */
      add?: string[];
      /**
       * The tags to take off. The server removes these before it adds the others.
       */
      remove?: string[];
      type: 'tag';
    }
  | {
      /**
       * The labels to put on: names of labels in the settings. A conversation has at most 5.
       */
      add?: string[];
      /**
       * The labels to take off. The server removes these before it adds the others.
       */
      remove?: string[];
      type: 'label';
    }
  | {
      /**
       * The name, 1 to 60 characters; `null` or blank: none.
       */
      alias?: string | null;
      type: 'name';
    }
  | {
      /**
       * Whether the server asks all of a group at once: the first to accept gets the
       * conversation.
       */
      all?: boolean;
      /**
       * The request in words, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'assign';
    }
  | {
      /**
       * The offer's id.
       */
      offer: string;
      type: 'accept_offer';
    }
  | {
      /**
       * The offer's id.
       */
      offer: string;
      /**
       * The reason, 1 to 500 characters.
       */
      reason: string;
      type: 'reject_offer';
    }
  | {
      /**
       * The offer's id.
       */
      offer: string;
      /**
       * The reason, 1 to 500 characters.
       */
      reason: string;
      type: 'withdraw_offer';
    }
  | {
      /**
       * At once, or by an offer that the colleague, or one of the group, accepts. Absent: to a
       * colleague as `transfer_mode` in the settings says, to everything else at once.
       */
      mode?: TransferMode | null;
      /**
       * A note for the agent who takes the conversation, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'transfer';
    }
  | {
      /**
       * Whether the server asks all of a group at once: the first to accept joins.
       */
      all?: boolean;
      /**
       * The running discussion that the colleague is to join; absent: a new one.
       */
      discussion?: string | null;
      /**
       * The question in words, at most 1,000 characters.
       */
      note?: string | null;
      to: ToWhom;
      type: 'discuss';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      /**
       * The text, at most 4,000 characters.
       */
      text: string;
      type: 'say';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      /**
       * A note for the record, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * The outcomes of single consultants, where they differ from `resolved` and `note`.
       */
      outcomes?: Outcome[];
      /**
       * Whether the discussion answered the question.
       */
      resolved: boolean;
      type: 'end_discussion';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      type: 'leave_discussion';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      type: 'finish_discussion';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      outcome: Outcome;
      type: 'release_expert';
    }
  | {
      /**
       * The consultant's id; may be left out where there is only one.
       */
      agent?: string | null;
      /**
       * The discussion's id.
       */
      discussion: string;
      into: Promotion;
      type: 'promote';
    }
  | {
      /**
       * Whether the server asks all of a group at once: the first to accept joins.
       */
      all?: boolean;
      /**
       * The request in words, at most 1,000 characters.
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
       * The guest's id.
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
       * The text, at most 4,000 characters.
       */
      text: string;
      type: 'coach';
    };
/**
 * The content of one message. Clients show a `kind` that they do not know as "unsupported".
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
       * The text beneath the file.
       */
      caption?: string | null;
      /**
       * The picture's height in pixels, where the server keeps the picture.
       */
      height?: number | null;
      kind: 'media';
      medium: Medium;
      /**
       * The declared MIME type; do not trust it.
       */
      mime: string;
      /**
       * The file's name.
       */
      name?: string | null;
      /**
       * The id of an upload, or the provider's id of the file.
       */
      reference: string;
      /**
       * The file's size in bytes, where the server keeps the file.
       */
      size?: number | null;
      /**
       * The picture's width in pixels, where the server keeps the picture.
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
      /**
       * The page of the place.
       */
      url?: string | null;
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
       * The line beneath the choice, where a list had one.
       */
      description?: string | null;
      /**
       * The business's id of the choice.
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
       * The answers, in the form's order.
       */
      answers: FormAnswer[];
      kind: 'form';
      /**
       * The form's name, where the provider tells it.
       */
      name?: string | null;
    }
  | {
      /**
       * The provider's id of the catalogue.
       */
      catalog?: string | null;
      /**
       * The items.
       */
      items: OrderItem[];
      kind: 'order';
      /**
       * The customer's words beside the order.
       */
      note?: string | null;
      /**
       * The sum, as a decimal number in the items' currency; absent where an item has no price
       * or the currencies differ.
       */
      sum?: string | null;
    }
  | {
      kind: 'call';
      /**
       * Whether nobody took the call.
       */
      missed: boolean;
      /**
       * The length of the talk, in seconds.
       */
      seconds?: number | null;
    }
  | {
      /**
       * The emoji.
       */
      emoji?: string | null;
      kind: 'reaction';
      /**
       * The provider's id of the earlier message.
       */
      to: string;
    }
  | {
      kind: 'edit';
      /**
       * The text from now on.
       */
      text: string;
      /**
       * The provider's id of the earlier message.
       */
      to: string;
    }
  | {
      kind: 'removal';
      /**
       * The provider's id of the earlier message.
       */
      to: string;
    }
  | {
      /**
       * The texts of the template's buttons. The server fills them in.
       */
      buttons?: string[];
      kind: 'template';
      /**
       * The template's language, for example `en_US`.
       */
      language: string;
      /**
       * The template's name.
       */
      name: string;
      /**
       * Values for the template's placeholders, in the order in which `GET /v1/templates` lists
       * them.
       */
      parameters?: string[];
      /**
       * The text that the customer reads. The server fills it in; entries from before that have
       * none.
       */
      text?: string | null;
    }
  | {
      /**
       * The recipients besides the account.
       */
      also_to?: string[];
      /**
       * The files of the mail, in its order.
       */
      files?: MailFile[];
      /**
       * The author's address, where the mail came from another address than the customer's own.
       */
      from?: string | null;
      /**
       * The mark of the sanitised HTML body; without it, there is none.
       */
      html?: string | null;
      kind: 'email';
      /**
       * The folded parts: the author's signature and the quoted mails.
       */
      quoted?: string | null;
      /**
       * Whether the HTML shows pictures of other servers, once somebody asks for them.
       */
      remote_images?: boolean;
      /**
       * The subject line.
       */
      subject: string;
      /**
       * The text that the author wrote, without the folded parts.
       */
      text: string;
    }
  | {
      kind: 'unsupported';
      /**
       * The message as it arrived, as text.
       */
      raw: string;
      /**
       * The provider's name of the kind.
       */
      what: string;
    };
/**
 * The form in which clients show a media file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Medium".
 */
export type Medium = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
/**
 * The form that a discussion takes on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Promotion".
 */
export type Promotion = 'transfer' | 'conference';
/**
 * A manager's way of looking on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MonitorMode".
 */
export type MonitorMode = 'silent' | 'coach' | 'barge';
/**
 * The strength of the contrast.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Contrast".
 */
export type Contrast = 'normal' | 'high';
/**
 * The way in which an agent got a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Origin".
 */
export type Origin =
  'picked' | 'transfer' | 'manager' | 'offer' | 'auto' | 'api' | 'conference' | 'reopened';
/**
 * An event of a thread.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Event".
 */
export type Event =
  | {
      /**
       * The conversation's id.
       */
      conversation: string;
      /**
       * The thread's conversation before this one.
       */
      previous?: string | null;
      /**
       * The queue in which the conversation waits.
       */
      queue: string;
      type: 'opened';
    }
  | {
      type: 'reopened';
    }
  | {
      /**
       * The agent who has the conversation again.
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
       * The answers that the customer can choose from.
       */
      choices?: Choice[];
      /**
       * The question. The message itself has the answers numbered beneath it, as channels
       * without buttons show it.
       */
      question?: string;
      /**
       * The survey's name.
       */
      survey: string;
      type: 'survey_sent';
    }
  | {
      /**
       * The answer, in the survey's words.
       */
      answer: string;
      /**
       * The survey's name.
       */
      survey: string;
      type: 'survey_answered';
    }
  | {
      /**
       * A note for the receiver.
       */
      note?: string | null;
      /**
       * The trigger's name.
       */
      trigger: string;
      type: 'triggered';
    }
  | (Routing & EventRouted)
  | {
      /**
       * The new priority: 0 to 9.
       */
      priority: number;
      type: 'prioritised';
    }
  | {
      /**
       * The skills from now on.
       */
      skills: string[];
      type: 'required';
    }
  | {
      /**
       * Whether the first response is late.
       */
      late: boolean;
      type: 'first_answer_due';
    }
  | {
      /**
       * The moment at which the conversation goes back to its queue.
       */
      at: number;
      type: 'requeue_ahead';
    }
  | {
      /**
       * The agent whose wrap-up ended; where `by` of the entry is `system`, the time limit ended
       * it.
       */
      agent: string;
      /**
       * The conversation's id.
       */
      conversation: string;
      /**
       * The conversation's disposition.
       */
      disposition?: string | null;
      /**
       * A note for the record.
       */
      note?: string | null;
      type: 'wrapped_up';
    }
  | {
      /**
       * The earlier message that this one answers, edits, deletes or reacts to.
       */
      about?: Relation | null;
      content: Content;
      /**
       * Present where the customer passed on somebody's message.
       */
      forwarded?: Forwarded | null;
      /**
       * The name of the member who wrote, in a group.
       */
      member?: string | null;
      /**
       * Whether the message only speaks of another message: it waits for no answer, and does not
       * count as unread.
       */
      quiet?: boolean;
      /**
       * The place from which the customer came to this conversation.
       */
      referral?: Referral | null;
      /**
       * The moment of sending by the provider's clock; never later than the entry.
       */
      sent_at: number;
      type: 'customer_message';
    }
  | {
      type: 'customer_left';
    }
  | {
      /**
       * The earlier message that this one answers or reacts to.
       */
      about?: Relation | null;
      content: Content;
      type: 'agent_message';
    }
  | {
      /**
       * The earlier message that this one edits, deletes or reacts to.
       */
      about?: Relation | null;
      content: Content;
      /**
       * The moment of sending by the provider's clock; never later than the entry.
       */
      sent_at: number;
      type: 'echoed';
    }
  | {
      /**
       * Whether the customer wants no further messages.
       */
      stopped: boolean;
      type: 'consented';
    }
  | {
      /**
       * The `seq` of the entry that holds the message.
       */
      message: number;
      type: 'message_retried';
    }
  | {
      /**
       * The `seq` of the entry that holds the message.
       */
      message: number;
      /**
       * The reason why the message failed.
       */
      reason?: string | null;
      status: DeliveryStatus;
      type: 'delivery';
    }
  | {
      /**
       * The `seq` of the entry that holds the message.
       */
      message: number;
      type: 'file_asked';
    }
  | (FileEnd & EventFileFetched)
  | {
      /**
       * The files that go with the comment.
       */
      files?: Media[];
      /**
       * The ids of the colleagues whom the comment mentions.
       */
      mentions?: string[];
      /**
       * The comment's text.
       */
      text: string;
      type: 'comment';
    }
  | {
      /**
       * The tags put on.
       */
      added?: string[];
      /**
       * The tags taken off.
       */
      removed?: string[];
      type: 'tagged';
    }
  | {
      /**
       * The labels put on.
       */
      added?: string[];
      /**
       * The labels taken off.
       */
      removed?: string[];
      type: 'labelled';
    }
  | {
      /**
       * The new name; absent: the conversation has no name of its own any more.
       */
      alias?: string | null;
      type: 'named';
    }
  | {
      /**
       * The previous owner.
       */
      from?: string | null;
      /**
       * A note from the previous owner.
       */
      note?: string | null;
      origin: Origin;
      /**
       * The new owner.
       */
      to: string;
      type: 'assigned';
    }
  | {
      cause: RequeueCause;
      /**
       * The previous owner.
       */
      from?: string | null;
      /**
       * A note from the previous owner.
       */
      note?: string | null;
      /**
       * The queue's id.
       */
      queue: string;
      type: 'requeued';
    }
  | {
      /**
       * The id of the agent who gave the name.
       */
      by: string;
      /**
       * The new name.
       */
      name: string;
      type: 'renamed';
    }
  | {
      /**
       * The new address.
       */
      address: string;
      type: 'identity_changed';
    }
  | {
      /**
       * The id of the conversation in the other thread.
       */
      conversation: string;
      /**
       * Whether the customer goes on in the other thread: the server writes their next message
       * there.
       */
      there: boolean;
      type: 'joined';
    }
  | {
      by: ResolvedBy;
      /**
       * A note for the record.
       */
      note?: string | null;
      type: 'resolved';
    }
  | {
      type: 'abandoned';
    }
  | {
      /**
       * Whether the server asks all of a group at once.
       */
      all?: boolean;
      /**
       * The end of the whole offer: until then a colleague can accept it.
       */
      deadline: number;
      /**
       * The running discussion that the colleague is to join.
       */
      discussion?: string | null;
      /**
       * The moment until which the agents in `to` can accept.
       */
      expires: number;
      /**
       * The agent who made the offer.
       */
      from: string;
      kind: OfferKind;
      /**
       * The request in words.
       */
      note?: string | null;
      /**
       * The offer's id.
       */
      offer: string;
      target: Target;
      /**
       * The agents who can answer now.
       */
      to: string[];
      type: 'offer_made';
    }
  | {
      /**
       * The agent whose request ended.
       */
      agent: string;
      /**
       * The offer's id.
       */
      offer: string;
      /**
       * The agent's reason.
       */
      reason?: string | null;
      status: OfferStatus;
      type: 'offer_passed';
    }
  | {
      /**
       * The moment until which the next agent can accept.
       */
      expires: number;
      /**
       * The offer's id.
       */
      offer: string;
      /**
       * The next agent.
       */
      to: string;
      type: 'offer_moved';
    }
  | {
      /**
       * The agent who answered or withdrew the offer. Where the server asked several agents,
       * this is the one who took the request.
       */
      by?: string | null;
      /**
       * The offer's id.
       */
      offer: string;
      /**
       * The reason for a rejection or withdrawal.
       */
      reason?: string | null;
      status: OfferStatus;
      type: 'offer_closed';
    }
  | {
      /**
       * The discussion's id.
       */
      discussion: string;
      /**
       * The text.
       */
      text: string;
      type: 'discussion_message';
    }
  | {
      /**
       * The colleague who left.
       */
      agent: string;
      /**
       * The discussion's id.
       */
      discussion: string;
      /**
       * The initiator's verdict, where the initiator let the colleague go.
       */
      outcome?: Outcome | null;
      /**
       * The transfer or conference that the discussion became for the colleague.
       */
      promoted?: Promotion | null;
      type: 'discussion_left';
    }
  | {
      cause: EndCause;
      /**
       * The discussion's id.
       */
      discussion: string;
      /**
       * A note for the record.
       */
      note?: string | null;
      /**
       * The outcomes of single consultants, where they differ from `resolved` and `note`.
       */
      outcomes?: Outcome[];
      /**
       * Whether the discussion answered the question, as the initiator said.
       */
      resolved?: boolean | null;
      type: 'discussion_ended';
    }
  | {
      /**
       * The member who marked the discussion done.
       */
      agent: string;
      /**
       * The discussion's id.
       */
      discussion: string;
      type: 'discussion_done';
    }
  | {
      /**
       * The colleague's id.
       */
      agent: string;
      type: 'conference_joined';
    }
  | {
      /**
       * The colleague's id.
       */
      agent: string;
      type: 'conference_left';
    }
  | {
      /**
       * The manager's id.
       */
      agent: string;
      /**
       * The manager's mode from now on; absent: the manager has stopped.
       */
      mode?: MonitorMode | null;
      type: 'monitoring';
    }
  | {
      /**
       * The text.
       */
      text: string;
      type: 'coach_line';
    };
/**
 * The criterion that told the best agent from the second best.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Decider".
 */
export type Decider = 'nobody' | 'only_one' | 'load' | 'idle' | 'turn' | 'id' | 'everyone';
/**
 * The rule by which the engine chooses the next agent. Among equals, the agent who has been
 * idle longest is first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Strategy".
 */
export type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';
/**
 * The reason why the engine could not choose an agent.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Excluded".
 */
export type Excluded = 'offline' | 'away' | 'full' | 'lacks_skill' | 'tried' | 'involved';
/**
 * A side of a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Side".
 */
export type Side = 'customer' | 'business';
/**
 * How often a message was passed on.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Forwarded".
 */
export type Forwarded = 'once' | 'often';
/**
 * The state that a message to the customer reached. A message without any state is pending.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DeliveryStatus".
 */
export type DeliveryStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';
/**
 * The reason why the server keeps no file of a customer's message.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FileRefusal".
 */
export type FileRefusal = 'too_large' | 'program' | 'gone' | 'unreachable';
/**
 * The cause of a conversation's return to a queue.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "RequeueCause".
 */
export type RequeueCause = 'transferred' | 'unanswered' | 'owner_offline';
/**
 * The person or rule that resolved a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ResolvedBy".
 */
export type ResolvedBy = 'agent' | 'inactivity' | 'closing_phrase';
/**
 * The cause of a discussion's end.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "EndCause".
 */
export type EndCause = 'ended' | 'left' | 'transferred' | 'promoted' | 'conversation_ended';
/**
 * The place of the rest of a shortened entry.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Shortened".
 */
export type Shortened = 'rest_by_http' | 'rest_not_kept';
/**
 * The density of the screens.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Density".
 */
export type Density = 'comfortable' | 'compact';
/**
 * The composer in which an agent writes a draft.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DraftMode".
 */
export type DraftMode = 'reply' | 'comment' | 'discussion' | 'coach';
/**
 * The fate of a row.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Fate".
 */
export type Fate = 'new' | 'changed' | 'unchanged' | 'refused';
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
       * For each thread that the client holds, the newest entry that it has.
       */
      positions?: {
        [k: string]: number;
      };
    }
  | {
      action: 'ping';
      /**
       * For each thread that the client holds, the newest entry that it has.
       */
      positions?: {
        [k: string]: number;
      };
    }
  | {
      action: 'catch_up';
      /**
       * The newest entry that the client has; 0 for a fresh snapshot.
       */
      after: number;
      /**
       * The thread's id.
       */
      thread: string;
    }
  | {
      action: 'typing';
      /**
       * The conversation in which the agent types.
       */
      conversation: string;
    }
  | {
      action: 'presence';
      presence: PresenceChoice;
      /**
       * The reason why the agent takes no work, for colleagues to see: at most 100 characters.
       * Only with `away`.
       */
      reason?: string | null;
    }
  | {
      action: 'direct';
      /**
       * A conversation that the message is about and that the agent may read.
       */
      conversation?: string | null;
      /**
       * The message's id, made by the client: 8 to 64 printable characters, best a UUIDv7. For 7
       * days a repeated id gets the first answer and has no second effect.
       */
      id: string;
      /**
       * The text, 1 to 4,000 characters.
       */
      text: string;
      /**
       * The colleague's id. The colleague may be offline.
       */
      to: string;
    }
  | {
      action: 'direct_read';
      /**
       * The number of the newest message that the agent has read. A lower number than before
       * changes nothing.
       */
      seq: number;
      /**
       * The colleague's id.
       */
      with: string;
    }
  | {
      action: 'read';
      /**
       * The conversation that the agent reads.
       */
      conversation: string;
      /**
       * The discussion that the agent has read; the position in the thread then stays as it was.
       * Left out: the agent has read the thread beside its discussions.
       */
      discussion?: string | null;
      /**
       * The newest entry that the agent has read. A lower one than before changes nothing; one
       * ahead of the log counts as its newest entry.
       */
      seq: number;
    }
  | {
      action: 'draft';
      /**
       * The conversation in which the agent writes.
       */
      conversation: string;
      /**
       * The discussion in which the agent writes; only with the mode `discussion`.
       */
      discussion?: string | null;
      mode: DraftMode;
      /**
       * The whole text, at most 8,000 characters. An empty text removes the draft.
       */
      text: string;
    }
  | (CommandFrame & FrameMessaging)
  | (CommandFrame & FrameAssignment)
  | (CommandFrame & FrameTransfer)
  | (CommandFrame & FrameDiscuss);
/**
 * The presence that an agent can choose; the server itself finds who is offline.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChoice".
 */
export type PresenceChoice = 'available' | 'away';
/**
 * Whether agents pick conversations, or the engine gives them out.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mode".
 */
export type Mode = 'manual' | 'auto';
/**
 * The purpose of an upload.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "UploadPurpose".
 */
export type UploadPurpose = 'message' | 'comment';
/**
 * The work that follows the end of a conversation for the agents who had it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "WrapUp".
 */
export type WrapUp = 'off' | 'optional' | 'mandatory';
/**
 * The key that sends a message.
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
 * Light or dark colours.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Theme".
 */
export type Theme = 'system' | 'light' | 'dark';
/**
 * A frame to an agent's client. Clients skip types that they do not know.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Push".
 */
export type Push =
  | {
      /**
       * Your colleagues and yourself. Where there are many, the others follow as `agents`.
       */
      agents: Agent[];
      /**
       * Your direct talks, newest first, at most 50; `GET /v1/direct` has all of them.
       */
      direct?: Talk[];
      /**
       * The threads that concern you. Drop any other.
       */
      following: string[];
      me: Agent;
      /**
       * How many mentions you have not looked at, counted up to 99.
       */
      mentions?: number;
      /**
       * The server's clock.
       */
      now: number;
      /**
       * The queues of your teams, with their waiting conversations. Where many wait, further
       * queues follow as `queue`.
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
       * Your direct talks with an unread message, or with a message of the last ten minutes,
       * newest first, at most 50.
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
       * Whether there are earlier entries (`GET /v1/conversations/{conversation}/entries`).
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
       * Whether the thread still concerns you after these entries. If not, it has left your
       * workload.
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
       * The agents as they stand now.
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
       * The colleague's id.
       */
      with: string;
    }
  | {
      /**
       * For each discussion, the newest entry that you have read.
       */
      discussions?: {
        [k: string]: number;
      };
      /**
       * For each thread, the newest entry that you have read.
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
       * The number of minutes without a key or a pointer after which the console proposes to be
       * away; at most 120, and 0 for never.
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
       * By panel, the panel's width or height in pixels, 0 to 10,000. At most 40.
       */
      panels?: {
        [k: string]: number;
      };
      /**
       * Whether a sound repeats until the agent has read its conversation.
       */
      repeat_until_read?: boolean;
      /**
       * Whether the composer returns to Reply by itself after a comment.
       */
      reply_after_comment?: boolean;
      /**
       * The open sections of the details panel, in order. At most 40.
       */
      sections?: string[];
      send_key?: SendKey;
      /**
       * By act, the keys of the act, at most 40 characters. At most 200.
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
       * By trigger, the name of the trigger's sound, or `off`. At most 40, with names of 1 to 40 of
       * `a-z 0-9 - _ .`.
       */
      sounds?: {
        [k: string]: string;
      };
      theme?: Theme;
      type: 'preferences';
      /**
       * The version: every change raises it; 0 before the first change. Give the one that you have
       * read.
       */
      version?: number;
      /**
       * The volume of the sounds, in per cent.
       */
      volume?: number;
    }
  | (Mention & PushMentioned)
  | (MentionsSeen & PushMentionsSeen)
  | (PresenceChange & PushPresenceSet)
  | {
      /**
       * The discussion's id.
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
       * The writer: `customer` or `agent:<id>`.
       */
      by: string;
      /**
       * The conversation in which somebody types.
       */
      conversation: string;
      type: 'typing';
    }
  | {
      /**
       * The conversation that the command was for; absent for a direct message.
       */
      conversation?: string | null;
      /**
       * The command's id.
       */
      id: string;
      /**
       * The entry that the command wrote, or the number of the direct message. A repeated
       * command gets the same number; 0 means that there was nothing to do.
       */
      seq: number;
      type: 'ack';
      /**
       * The colleague who gets the direct message.
       */
      with?: string | null;
    }
  | (Refused & PushRefused);
/**
 * The place that settings or a change concern. Settings hold for the first three.
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
    }
  | {
      agent: string;
    }
  | {
      asset: string;
    }
  | {
      key: string;
    }
  | {
      canned: string;
    }
  | {
      template: string;
    };
/**
 * An act that has a colleague or a group as its target.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TargetAct".
 */
export type TargetAct = 'discuss' | 'assign' | 'confer' | 'transfer';
/**
 * A command of a visitor.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorCommand".
 */
export type VisitorCommand =
  | {
      /**
       * An e-mail address or a phone number at which the business can reach the visitor when
       * nobody is there. Agents see it on the contact, and the engine tags the conversation
       * `Left while away` if nobody is there.
       */
      reach?: string | null;
      /**
       * The number of the earlier message that this one answers.
       */
      reply_to?: number | null;
      /**
       * The text, at most 4,096 characters.
       */
      text: string;
      type: 'write';
    }
  | {
      /**
       * The emoji; absent: the earlier one is taken away.
       */
      emoji?: string | null;
      /**
       * The number of the earlier message.
       */
      message: number;
      type: 'react';
    }
  | {
      /**
       * The text beneath the file, at most 1,024 characters.
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
       * The number of the message that offers the choices; `chat` names it in `asks`.
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
       * The newest message number that the client has.
       */
      after?: number;
    }
  | {
      action: 'ping';
      /**
       * The newest message number that the client has.
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
       * The newest message number that the client had when it first sent this command. Optional:
       * it bounds the search for a repetition. Leave it as it is when you repeat.
       */
      after?: number | null;
      command: VisitorCommand;
      /**
       * The command's id, made by the client: 8 to 64 printable characters. A repeated command
       * has no second effect; the server refuses another command under the same id with
       * `id_reused`.
       */
      id: string;
    };
/**
 * The side that wrote a message, for the visitor.
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
       * The number of the message whose choices you can take now; absent: none.
       */
      asks?: number | null;
      /**
       * The messages after the client's position, oldest first, without gaps: as many as fit
       * into one frame.
       */
      messages: VisitorMessage[];
      /**
       * Whether there are more messages after these. The client then sends `ping`, with the
       * number of the last of these messages as `after`.
       */
      more?: boolean;
      /**
       * The server's clock.
       */
      now: number;
      /**
       * Your place in the queue while you wait, 1 being next. The server counts up to 100: that
       * is the hundredth place or any behind it.
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
       * The place: 1 is next.
       */
      place: number;
      type: 'place';
    }
  | {
      /**
       * The first name of the agent who types.
       */
      by?: string | null;
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
   * The channel: `whatsapp` …
   */
  channel: string;
  /**
   * The account's name.
   */
  name: string;
  /**
   * The account's templates, by name and language.
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
   * The text, with `{{1}}` or `{{name}}` where values go.
   */
  body: string;
  /**
   * The texts of the template's buttons.
   */
  buttons?: string[];
  category: TemplateCategory;
  /**
   * The variable of canned messages from which clients fill each placeholder, in the same order;
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
   * The template's name at the provider; the same in every language.
   */
  name: string;
  /**
   * The values that a message gives as `parameters`, in this order. The list holds a name that
   * stands in header and body once, and a number once for each part.
   */
  placeholders: Placeholder[];
  status: TemplateStatus;
  /**
   * The moment of the last change.
   */
  updated_at: number;
  /**
   * The person who made the last change.
   */
  updated_by: string;
  /**
   * The version: every change raises it.
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
   * The placeholder's number or name.
   */
  name: string;
  part: TemplatePart;
}
/**
 * An agent as colleagues see them.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Agent".
 */
export interface Agent {
  /**
   * Whether the agent works here; `false` for former agents, whose names stand in threads.
   */
  active?: boolean;
  /**
   * The reason why the agent takes no work, where there is one.
   */
  away_reason?: string | null;
  /**
   * Whether the record is bound to an account at the sign-in service: from the first sign-in on.
   */
  bound?: boolean;
  /**
   * The link that calls the agent: `tel:`, `sip:` or `sips:`.
   */
  call?: string | null;
  /**
   * How many conversations the agent may have.
   */
  capacity: number;
  /**
   * The agent's id.
   */
  id: string;
  /**
   * The agent's name.
   */
  name: string;
  /**
   * How many conversations the agent has in progress.
   */
  open: number;
  presence: Presence;
  role: Role;
  /**
   * The person who changed the presence, where it was not the agent.
   */
  set_by?: string | null;
  /**
   * The last moment at which a person changed the presence by hand.
   */
  since?: number | null;
  /**
   * The agent's skills.
   */
  skills?: string[];
  /**
   * The agent's teams.
   */
  teams: string[];
}
/**
 * The body of `PUT /v1/agents/{agent}`. A field left out keeps its value; a new agent starts as an
 * `agent` with a capacity of 5.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AgentChange".
 */
export interface AgentChange {
  /**
   * `false`: the agent does not work here any more. The agent's sessions end, the agent's
   * conversations go back to their queues, and the agent cannot sign in until the field is
   * `true` again. Only admins set it, and not for themselves.
   */
  active?: boolean;
  /**
   * The link that calls the agent: `tel:`, `sip:` or `sips:`, up to 200 characters; `null`:
   * none.
   */
  call?: string | null;
  /**
   * How many conversations the agent may have in progress: 1 to 50.
   */
  capacity?: number;
  /**
   * The e-mail address at the sign-in service, by which the agent's first sign-in finds the
   * record. Only admins set it.
   */
  email?: string;
  /**
   * The agent's name: 1 to 40 characters.
   */
  name?: string;
  role?: Role;
  /**
   * The agent's skills: up to 20, each of 1 to 40 characters.
   */
  skills?: string[];
  /**
   * The ids of the agent's teams, up to 50; for a manager, the teams that the manager directs.
   * Only admins set them.
   */
  teams?: string[];
  /**
   * `true`: the server unbinds the record from the account at the sign-in service through which
   * the agent signs in; the next sign-in with a verified e-mail address binds it anew. Only
   * admins unbind.
   */
  unbind?: boolean;
  /**
   * The version of the record that you have read, from `GET /v1/workspace`; 0 invites a new
   * agent under the id in the path, who needs a name and an e-mail address. Left out: of two
   * changes at once the later one stands.
   */
  version?: number;
}
/**
 * An agent's record, as managers and admins read it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AgentRecord".
 */
export interface AgentRecord {
  /**
   * Whether the agent works here.
   */
  active: boolean;
  /**
   * Whether the agent has signed in at least once.
   */
  bound: boolean;
  /**
   * The link that calls the agent.
   */
  call?: string | null;
  /**
   * How many conversations the agent may have.
   */
  capacity: number;
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * The e-mail address at the sign-in service.
   */
  email: string;
  /**
   * The agent's id.
   */
  id: string;
  /**
   * The agent's name.
   */
  name: string;
  role: Role;
  /**
   * The agent's skills.
   */
  skills?: string[];
  /**
   * The agent's teams; for a manager, the teams that the manager directs.
   */
  teams: string[];
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * The answer to `GET /v1/agents`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Agents".
 */
export interface Agents {
  /**
   * All agents, with presence and load.
   */
  agents: Agent[];
  /**
   * Where the request has an `act`: the targets that it could name, and why the rules refuse the
   * others. Colleagues come first, then teams, skills and queues; never the caller.
   */
  targets?: Candidate[];
}
/**
 * Whether a colleague or group could be the target of an act, by the rules at this moment.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Candidate".
 */
export interface Candidate {
  /**
   * For how many of the conversations in the request the server would carry out the act.
   */
  allowed: number;
  /**
   * The target's name.
   */
  name: string;
  /**
   * The caller's running discussion with this colleague, which `promote` makes a transfer or a
   * conference without another request.
   */
  promotes?: string | null;
  /**
   * The refusal for the first conversation, where the server would refuse the act for all of
   * them.
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
   * The action of the refused frame, where the frame has no id of its own.
   */
  action?: string | null;
  /**
   * The id of the agent whom the refusal is about: the faster one, the one asked already, the
   * owner …
   */
  agent?: string | null;
  code: Code;
  /**
   * The conversation that the refused frame named.
   */
  conversation?: string | null;
  /**
   * The input field at fault.
   */
  field?: string | null;
  /**
   * The id of the refused command, where it has one.
   */
  id?: string | null;
  /**
   * The cause, in a sentence for people.
   */
  message: string;
  /**
   * The remedy, in a sentence for people.
   */
  remedy: string;
  /**
   * After how many seconds the caller can try again. Over HTTP the header `Retry-After` says the
   * same.
   */
  retry_after?: number | null;
  /**
   * The end state that the command lost to.
   */
  status?: string | null;
  /**
   * The thread that the refused frame named.
   */
  thread?: string | null;
}
/**
 * The body of `POST /v1/agents/import`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AgentsImport".
 */
export interface AgentsImport {
  /**
   * The table as text: a line of headings and up to 10,000 rows, separated by commas, semicolons,
   * tabs or bars. `email` is required; `name`, `role`, `teams`, `skills`, `capacity` and `call`
   * are known; the server leaves other columns out and names them. An empty cell keeps what
   * stands.
   */
  csv: string;
  /**
   * `true`: the answer tells the fate of every row, and nothing changes.
   */
  dry_run?: boolean;
  /**
   * The row with which to go on, from the last answer's `next`; 1 is the first row after the
   * headings.
   */
  from?: number | null;
}
/**
 * How many conversations got their first response; each conversation counts once.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Answered".
 */
export interface Answered {
  /**
   * How many conversations got it within the queue's goal (`first_answer_target_seconds`).
   */
  in_time: number;
  /**
   * How many conversations got it after the queue's goal.
   */
  late: number;
}
/**
 * A key's record.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ApiKey".
 */
export interface ApiKey {
  access: Access;
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * The key's id, and the id of the agent as whom the program acts.
   */
  id: string;
  /**
   * The last minute or so in which the program used the key.
   */
  last_used?: number | null;
  /**
   * The key's name, which colleagues see in threads.
   */
  name: string;
  /**
   * How many requests the program may send within a minute.
   */
  requests_a_minute: number;
  /**
   * Whether the key opens nothing any more.
   */
  revoked?: boolean;
  role: Role;
  /**
   * The program's teams.
   */
  teams: string[];
  /**
   * The tokens that open the door, oldest first.
   */
  tokens: ApiToken[];
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * A token, without its secret part.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ApiToken".
 */
export interface ApiToken {
  /**
   * The token's last characters.
   */
  hint: string;
  /**
   * The moment at which an older token lapses; the newest has none.
   */
  until?: number | null;
}
/**
 * The body of `PUT /v1/keys/{key}`. A field left out keeps its value; a new key needs a name.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ApiKeyChange".
 */
export interface ApiKeyChange {
  access?: Access;
  /**
   * The key's name: 1 to 40 characters, and no other key's.
   */
  name?: string;
  /**
   * How many requests the program may send within a minute: 1 to 6,000; 600 unless you say
   * otherwise.
   */
  requests_a_minute?: number;
  /**
   * `true`: the key opens nothing any more, from now on and for good. Its sockets close, and the
   * program's conversations go back to their queues.
   */
  revoked?: boolean;
  role?: Role;
  /**
   * The ids of the program's teams: up to 50.
   */
  teams?: string[];
  /**
   * The version that you have read; 0 makes a new key.
   */
  version?: number;
}
/**
 * The body of `POST /v1/keys/{key}/rotate`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ApiKeyRotation".
 */
export interface ApiKeyRotation {
  /**
   * For how many seconds the earlier token still opens the door: 0 to 2,592,000 (30 days);
   * 86,400 (a day) unless you say otherwise.
   */
  overlap_seconds?: number;
  /**
   * The version that you have read.
   */
  version?: number;
}
/**
 * The answer to `GET /v1/keys`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ApiKeys".
 */
export interface ApiKeys {
  /**
   * The keys, by id; revoked ones among them.
   */
  keys: ApiKey[];
}
/**
 * The body of `PUT /v1/assets/{asset}`. A field left out keeps its value; a new asset needs a
 * name, a channel, an account (for the web chat the server takes the asset's id) and a queue.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetChange".
 */
export interface AssetChange {
  /**
   * The provider's id of the account, of 1 to 100 characters: for WhatsApp the phone number id.
   */
  account?: string;
  /**
   * The channel: `whatsapp` or `web`. It never changes.
   */
  channel?: string;
  /**
   * The asset's name: 1 to 40 characters, and no other asset's.
   */
  name?: string;
  /**
   * The id of the queue in which its conversations wait. Conversations that have begun stay
   * where they are.
   */
  queue?: string;
  /**
   * `true`: the asset becomes history. The server keeps what still arrives for it, and admins
   * see it in the settings.
   */
  retired?: boolean;
  /**
   * The ids of the teams that share the account, beside the one that serves the queue: up to 50.
   */
  teams?: string[];
  /**
   * The version that you have read; 0 makes a new asset.
   */
  version?: number;
}
/**
 * The answer to `POST /v1/assets/{asset}/check`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetCheck".
 */
export interface AssetCheck {
  /**
   * The findings, in the order in which a person would look.
   */
  findings: Finding[];
  /**
   * Whether the asset can take and send messages, as far as the provider says.
   */
  ready: boolean;
}
/**
 * One thing that was looked at.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
  /**
   * The thing: `access_token`, `app_secret`, `account`, `webhooks`, `quality`.
   */
  about: string;
  /**
   * How it stands, in words.
   */
  message: string;
  /**
   * The remedy, if there is one.
   */
  remedy?: string | null;
  state: FindingState;
}
/**
 * The answer to `GET /v1/assets/{asset}` and `PUT /v1/assets/{asset}/secrets`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetConnection".
 */
export interface AssetConnection {
  asset: AssetRecord;
  /**
   * The fields that the channel's provider needs.
   */
  fields: AssetField[];
  health: AssetHealth;
  /**
   * The version of the fields, for the next `PUT`; 0: nobody has entered anything.
   */
  version: number;
  /**
   * The path at which the provider's webhooks arrive, under the address of this API; absent for
   * a channel without webhooks.
   */
  webhook_path?: string | null;
}
/**
 * The record of one of the business's accounts at a channel.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetRecord".
 */
export interface AssetRecord {
  /**
   * The provider's id of the account: for WhatsApp the phone number id.
   */
  account: string;
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * The channel: `whatsapp` or `web`.
   */
  channel: string;
  /**
   * The asset's id. It stands in the webhook's address and in the web chat's snippet.
   */
  id: string;
  /**
   * The asset's name.
   */
  name: string;
  /**
   * The queue in which its conversations wait.
   */
  queue: string;
  /**
   * Whether the asset is history.
   */
  retired?: boolean;
  /**
   * The teams that share the account, beside the one that serves the queue.
   */
  teams?: string[];
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * A field that an admin enters for a provider.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetField".
 */
export interface AssetField {
  /**
   * The moment at which the admin entered it.
   */
  changed_at?: number | null;
  /**
   * The admin who entered the value.
   */
  changed_by?: string | null;
  /**
   * Whether the value comes from the installation's own configuration and not from the console.
   */
  from_environment?: boolean;
  /**
   * Whether the server makes the value; an admin copies it to the provider.
   */
  made_here: boolean;
  /**
   * The field's name: `access_token`.
   */
  name: string;
  /**
   * Whether the channel does not work without a value.
   */
  required: boolean;
  /**
   * Whether the value is a secret.
   */
  secret: boolean;
  /**
   * The value; of a secret, a mask with its last characters. Absent: there is none.
   */
  value?: string | null;
}
/**
 * The last signs of a provider. The moments are exact to a quarter of an hour.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetHealth".
 */
export interface AssetHealth {
  /**
   * The moment at which the provider was last asked how the asset stands; the engine asks every
   * six hours, and whenever an admin checks.
   */
  checked?: number | null;
  /**
   * The last message that the provider refused.
   */
  failed?: Trouble | null;
  /**
   * The provider's answers to it that are not good: a token that lapses soon, a low quality.
   */
  findings?: Finding[];
  /**
   * The last webhook that the engine refused.
   */
  refused?: Trouble | null;
  /**
   * The last message that the provider took.
   */
  sent?: number | null;
  /**
   * The last webhook that the engine took.
   */
  webhook?: number | null;
}
/**
 * A moment at which something did not work.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Trouble".
 */
export interface Trouble {
  /**
   * The moment.
   */
  at: number;
  /**
   * The reason, in words.
   */
  why: string;
}
/**
 * The body of `PUT /v1/assets/{asset}/secrets`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "AssetSecretsChange".
 */
export interface AssetSecretsChange {
  /**
   * Values by the name of their field, each of up to 4,096 characters; `null` removes one. A
   * field left out keeps its value, and so does one whose mask comes back. A field that is made
   * here and has no value gets one.
   */
  values?: {
    [k: string]: string | null;
  };
  /**
   * The version of the fields that you have read; 0: there are none yet.
   */
  version?: number;
}
/**
 * Faults that an admin should look after.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Attention".
 */
export interface Attention {
  /**
   * The newest 50 payloads of the last 30 days that came from channels and that the server could
   * not place.
   */
  set_aside: SetAside[];
  /**
   * Records of agents, teams, queues, accounts and settings that the server cannot read. The
   * server goes on as if they did not exist.
   */
  unreadable: Unreadable[];
}
/**
 * A payload that came from a channel and that the server could not place.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SetAside".
 */
export interface SetAside {
  /**
   * The account that the payload names, by the provider's id; empty: none.
   */
  account: string;
  /**
   * The moment at which the payload first came.
   */
  at: number;
  /**
   * The channel: `whatsapp` …
   */
  channel: string;
  /**
   * The payload, as far as the server keeps it.
   */
  payload: string;
  /**
   * The reason why the server could not place the payload.
   */
  why: string;
}
/**
 * A record that the server cannot read.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Unreadable".
 */
export interface Unreadable {
  /**
   * The record: `<kind>#<id>`.
   */
  record: string;
  /**
   * The reason why the server cannot read the record.
   */
  why: string;
}
/**
 * Nobody can serve the visitor now: the business is closed, or no agent of the team is there.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Away".
 */
export interface Away {
  /**
   * The moment at which the business opens next, where it is closed by its hours.
   */
  until?: number | null;
}
/**
 * The answer to `GET /v1/board?team=`: the work of one team as it stands, or of all teams that the
 * caller manages.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Board".
 */
export interface Board {
  /**
   * All agents of the teams, by id.
   */
  agents: BoardAgent[];
  /**
   * The moment of this answer, by the server's clock.
   */
  at: number;
  /**
   * The open conversations, at most 500: those in which the customer waits come first, the
   * longest wait before all others.
   */
  conversations: ConversationCard[];
  /**
   * Whether there are more open conversations than these.
   */
  more: boolean;
  /**
   * The newest 50 offers of today in the teams' conversations, newest first, and what became of
   * them. The server updates this list a moment after the fact.
   */
  offers: BoardOffer[];
  /**
   * The teams' queues, by id.
   */
  queues: BoardQueue[];
  today: Today;
}
/**
 * An agent, with the work that the agent has in hand.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BoardAgent".
 */
export interface BoardAgent {
  /**
   * How many conversations the agent may have.
   */
  capacity: number;
  /**
   * How many discussions the agent takes part in.
   */
  discussions: number;
  /**
   * The agent's id.
   */
  id: string;
  /**
   * The last moment at which the agent did something in a conversation, exact to half a minute,
   * or changed their own presence; absent where the agent never did.
   */
  last_active?: number | null;
  /**
   * The agent's name.
   */
  name: string;
  /**
   * How many conversations take room on the agent's workload, those that the agent has still to
   * mark done included.
   */
  open: number;
  presence: Presence;
  /**
   * The reason why the agent takes no work, where there is one.
   */
  reason?: string | null;
  /**
   * How many of the agent's conversations were resolved today.
   */
  resolved_today?: number;
  /**
   * The id of the person who changed the presence, where it was not the agent.
   */
  set_by?: string | null;
  /**
   * The last moment at which a person changed the presence by hand.
   */
  since?: number | null;
  /**
   * The agent's teams.
   */
  teams: string[];
  /**
   * The moment at which the longest wait of a customer for the agent began.
   */
  waiting_since?: number | null;
  /**
   * How many conversations are over and wait for the agent to mark them done.
   */
  wrapping: number;
}
/**
 * The summary of a conversation in a list. The server updates it a moment after the fact; the
 * thread is the truth.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ConversationCard".
 */
export interface ConversationCard {
  /**
   * The customer's addresses on the channel: phone numbers as their digits, ids, user names.
   */
  addresses?: string[];
  /**
   * The name that agents gave the conversation.
   */
  alias?: string | null;
  /**
   * The channel: `whatsapp`, `web` …
   */
  channel: string;
  /**
   * The customer's id.
   */
  contact: string;
  /**
   * The conversation's id: `<thread>-<number>`.
   */
  id: string;
  /**
   * The conversation's labels: where the work on it stands.
   */
  labels: string[];
  /**
   * The customer's name.
   */
  name: string;
  /**
   * The moment at which the conversation began.
   */
  opened_at: number;
  /**
   * The owner's id.
   */
  owner?: string | null;
  /**
   * The priority: 0 to 9. The engine serves higher ones first.
   */
  priority: number;
  /**
   * The queue's id.
   */
  queue: string;
  /**
   * The conversation's id in a form that people can read out.
   */
  reference: string;
  status: Status;
  /**
   * The newest message, cut to 120 characters.
   */
  summary: string;
  /**
   * The agent who wrote the newest message; absent if the customer did.
   */
  summary_by?: string | null;
  /**
   * The conversation's tags: words that say what it is about.
   */
  tags: string[];
  /**
   * The moment at which something last happened.
   */
  updated_at: number;
  waiting_on: Party;
  /**
   * The moment since when it is the turn of `waiting_on`.
   */
  waiting_since: number;
}
/**
 * An offer to a colleague, and what became of it.
 * `GET /v1/conversations/{conversation}/engagements` has the whole record.
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
   * The conversation's id.
   */
  conversation: string;
  /**
   * The moment at which the agent made the offer.
   */
  created_at: number;
  /**
   * The end of the offer: until then a colleague can, or could, accept it.
   */
  deadline: number;
  /**
   * The moment at which the offer was accepted, rejected, withdrawn, rescinded or timed out.
   */
  decided_at?: number | null;
  /**
   * The agent who accepted, rejected or withdrew the offer.
   */
  decided_by?: string | null;
  /**
   * The end of the offer's discussion, or of the colleague's part in the conference.
   */
  ended_at?: number | null;
  /**
   * The agent who made the offer.
   */
  from: string;
  /**
   * The offer's id.
   */
  id: string;
  kind: OfferKind;
  /**
   * The customer's name when the agent made the offer.
   */
  name: string;
  /**
   * The offer's number in the thread.
   */
  number: number;
  /**
   * The conversation's queue when the agent made the offer.
   */
  queue: string;
  /**
   * The reason for a rejection or withdrawal.
   */
  reason?: string | null;
  /**
   * The conversation's id in a form that people can read out.
   */
  reference: string;
  status: OfferStatus;
  target: Target;
}
/**
 * A queue: the waiting conversations, and the counts of today.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BoardQueue".
 */
export interface BoardQueue {
  /**
   * How many customers gave up today before an agent took their conversation.
   */
  abandoned_today: number;
  answered_today: Answered;
  /**
   * The queue's id.
   */
  id: string;
  /**
   * The moment at which the longest wait began; absent where no conversation waits.
   */
  longest_since?: number | null;
  /**
   * The queue's name.
   */
  name: string;
  /**
   * How many conversations of the queue agents and the engine resolved today.
   */
  resolved_today?: number;
  /**
   * The id of the team that serves the queue.
   */
  team: string;
  /**
   * The moment at which the oldest waiting conversation without a first response began; absent
   * where there is none.
   */
  unanswered_since?: number | null;
  /**
   * How many conversations wait, counted up to 1,000.
   */
  waiting: number;
}
/**
 * The current day in the workspace's time zone.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Today".
 */
export interface Today {
  /**
   * The moment at which the day began.
   */
  from: number;
  /**
   * The time zone of the workspace's business hours, or `UTC` where the workspace has no
   * business hours.
   */
  time_zone: string;
}
/**
 * The result for one conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkItem".
 */
export interface BulkItem {
  /**
   * The conversation's id.
   */
  conversation: string;
  /**
   * The refusal, where the transfer did not work.
   */
  error?: Refused | null;
  /**
   * The entry that the transfer wrote, where the transfer worked.
   */
  seq?: number | null;
}
/**
 * The answer to `POST /v1/transfers`: what became of each conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkResult".
 */
export interface BulkResult {
  /**
   * The results, in the order in which the request named the conversations.
   */
  results: BulkItem[];
}
/**
 * The body of `POST /v1/transfers`: hands several conversations on, each by itself.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "BulkTransfer".
 */
export interface BulkTransfer {
  /**
   * The ids of the conversations, at most 50.
   */
  conversations: string[];
  /**
   * The request's id, made by the client: 8 to 40 printable characters. A repeated request has
   * no second effect.
   */
  id: string;
  /**
   * At once, or by an offer that a colleague accepts.
   */
  mode?: TransferMode | null;
  /**
   * A note for the agents who take the conversations, at most 1,000 characters.
   */
  note?: string | null;
  to: ToWhom;
}
/**
 * A canned message. Clients fill in its variables, and send no text in which a variable has no
 * value.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Canned".
 */
export interface Canned {
  /**
   * The heading under which lists show the message.
   */
  category: string;
  /**
   * The message's id, chosen by its author: 1 to 40 of `a-z 0-9 - _`.
   */
  id: string;
  /**
   * The word that an agent types after `/` to insert the message at once.
   */
  shortcut?: string | null;
  /**
   * The text, with variables: `{{first_name}}`, `{{name}}`, `{{email}}`, `{{phone}}`,
   * `{{agent_name}}`, `{{agent_first_name}}`, `{{conversation}}`, `{{queue}}` and
   * `{{attribute.<key>}}`.
   */
  text: string;
  /**
   * The title, as lists show it.
   */
  title: string;
  /**
   * The moment of the last change.
   */
  updated_at: number;
  /**
   * The person who made the last change.
   */
  updated_by: string;
  /**
   * The version: every change raises it.
   */
  version: number;
}
/**
 * The body of `PUT /v1/canned/{canned}`: makes a canned message, or changes it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CannedChange".
 */
export interface CannedChange {
  /**
   * The category: 1 to 40 characters.
   */
  category: string;
  /**
   * The shortcut: 1 to 30 of `a-z 0-9 - _`; no two canned messages share one.
   */
  shortcut?: string | null;
  /**
   * The text: 1 to 4,000 characters. The server refuses braces that are left open and variables
   * that do not exist.
   */
  text: string;
  /**
   * The title: 1 to 80 characters.
   */
  title: string;
  /**
   * The version that you have read; 0 for a new message.
   */
  version: number;
}
/**
 * The answer to `GET /v1/canned`: all canned messages, by category and title.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CannedMessages".
 */
export interface CannedMessages {
  /**
   * The canned messages, at most 500.
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
   * The text that the customer reads.
   */
  label: string;
  /**
   * The value that `choose` gives for this answer.
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
   * The person's postal addresses, each in one line.
   */
  addresses?: string[];
  /**
   * The person's birthday, as the channel writes it.
   */
  birthday?: string | null;
  /**
   * The person's e-mail addresses.
   */
  emails?: string[];
  /**
   * The person's name.
   */
  name: string;
  /**
   * The person's phone numbers.
   */
  phones?: string[];
  /**
   * The person's pages.
   */
  urls?: string[];
  /**
   * The person's company, department and title, as far as they are known.
   */
  work?: string[];
}
/**
 * One answer of a form.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FormAnswer".
 */
export interface FormAnswer {
  /**
   * The field's name in the form.
   */
  field: string;
  /**
   * The customer's answer; several values stand side by side.
   */
  value: string;
}
/**
 * One item of an order.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OrderItem".
 */
export interface OrderItem {
  /**
   * The currency of the price.
   */
  currency?: string | null;
  /**
   * The retailer's id of the product.
   */
  id: string;
  /**
   * The product's name, where the channel tells it.
   */
  name?: string | null;
  /**
   * The price of one piece, as a decimal number.
   */
  price?: string | null;
  /**
   * The number of pieces.
   */
  quantity: number;
}
/**
 * A file of a mail.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MailFile".
 */
export interface MailFile {
  /**
   * Whether the HTML body shows the file.
   */
  inline?: boolean;
  /**
   * The type that the mail claims; do not trust it.
   */
  mime: string;
  /**
   * The file's name.
   */
  name: string;
  /**
   * The size in bytes.
   */
  size: number;
  /**
   * A word for a file that needs one: `calendar`, `winmail`, `encrypted`, `signature`, `mail`.
   */
  sort?: string | null;
}
/**
 * A file, by reference.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Media".
 */
export interface Media {
  /**
   * The text beneath the file.
   */
  caption?: string | null;
  /**
   * The picture's height in pixels, where the server keeps the picture.
   */
  height?: number | null;
  medium: Medium;
  /**
   * The declared MIME type; do not trust it.
   */
  mime: string;
  /**
   * The file's name.
   */
  name?: string | null;
  /**
   * The id of an upload, or the provider's id of the file.
   */
  reference: string;
  /**
   * The file's size in bytes, where the server keeps the file.
   */
  size?: number | null;
  /**
   * The picture's width in pixels, where the server keeps the picture.
   */
  width?: number | null;
}
/**
 * The initiator's verdict on one consultant's part in a discussion.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export interface Outcome {
  /**
   * The consultant's id.
   */
  agent: string;
  /**
   * A note for the record, at most 1,000 characters.
   */
  note?: string | null;
  /**
   * Whether the consultant answered the question.
   */
  resolved: boolean;
}
/**
 * A command, in a frame and in the body of `POST /v1/commands`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "CommandFrame".
 */
export interface CommandFrame {
  command: Command;
  /**
   * The conversation that the command is for.
   */
  conversation: string;
  /**
   * The command's id, made by the client: 8 to 64 printable characters, best a UUIDv7. A
   * repeated command gets the first answer and has no second effect; the server refuses another
   * command under an id of yours with `id_reused`.
   */
  id: string;
  /**
   * The newest entry of the thread that the client knew when it first gave the command.
   * Optional: the server answers with one read less, and finds a repetition however late it
   * comes. Without it, the server finds a repetition for 7 days.
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
   * The address at which the channel reaches the customer: a phone number as its digits, an id
   * of the provider's, or a user name with `@` before it.
   */
  address: string;
  /**
   * The contact's id.
   */
  id: string;
  /**
   * The customer's name, as the channel or an agent gave it; may be empty.
   */
  name: string;
  /**
   * The customer's other addresses on the channel now, in the same forms.
   */
  others?: string[];
}
/**
 * The body of `PATCH /v1/contacts/{contact}`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ContactChange".
 */
export interface ContactChange {
  /**
   * Changed attributes: names of 1 to 40 characters, values of 1 to 200. `null` removes an
   * attribute; an attribute without an entry here stays. A contact has at most 30.
   */
  attributes?: {
    [k: string]: string | null;
  };
  /**
   * The customer's e-mail address, at most 200 characters; `null`: none is known any more.
   * Absent: the address stays.
   */
  email?: string | null;
  /**
   * The customer's new name, 1 to 40 characters, whatever the channel says. Absent: the name
   * stays.
   */
  name?: string | null;
  /**
   * All further phone numbers of the customer: at most 10 of at most 30 characters, each with 5
   * to 15 digits. Absent: the numbers stay.
   */
  phones?: string[] | null;
  /**
   * The version that you have read.
   */
  version: number;
}
/**
 * The answer to `GET /v1/contacts/{contact}`: a customer over all channels.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ContactProfile".
 */
export interface ContactProfile {
  /**
   * Further facts that agents noted, by name.
   */
  attributes: {
    [k: string]: string;
  };
  /**
   * The customer's e-mail address, whatever channels they use.
   */
  email?: string | null;
  /**
   * The contact's id.
   */
  id: string;
  /**
   * The addresses at which the customer can be reached.
   */
  identities: Identity[];
  /**
   * The customer's name, as the first channel or an agent gave it; may be empty.
   */
  name: string;
  /**
   * The customer's phone numbers beside those in `identities`.
   */
  phones?: string[];
  /**
   * The moment at which the customer first wrote.
   */
  since: number;
  /**
   * The version: every change raises it, and `PATCH` must give the one that it has read.
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
   * The customer's address on that channel.
   */
  address: string;
  /**
   * The channel: `whatsapp`, `web` …
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
   * The name that agents gave the conversation.
   */
  alias?: string | null;
  /**
   * The moment of the first response.
   */
  answered_at?: number | null;
  /**
   * The business's account at which the customer wrote.
   */
  asset: string;
  /**
   * The moment at which the conversation last got an owner.
   */
  assigned_at?: number | null;
  /**
   * The channel: `whatsapp`, `web` …
   */
  channel: string;
  contact: Contact;
  /**
   * Running discussions.
   */
  discussions: Discussion[];
  /**
   * The kinds of files that the channel carries.
   */
  files?: FileRule[];
  /**
   * The entry that began the conversation; 0 in conversations from before the server kept it.
   */
  first?: number;
  /**
   * The moment by which the first response is, or was, due.
   */
  first_answer_due: number;
  /**
   * Whether the conversation goes before all others in its queue, because its last owner left
   * the customer without an answer or was offline for too long.
   */
  front: boolean;
  /**
   * The guests of the conference, in the order in which they joined.
   */
  guests: string[];
  /**
   * The conversation's id: `<thread>-<number>`.
   */
  id: string;
  /**
   * The conversation's labels, which say where the work on it stands: at most 5 of the settings'
   * labels, by name. A label that the settings no longer offer stays until an agent takes it
   * off.
   */
  labels: string[];
  /**
   * The acts that the conversation allows the reader as it stands. `GET /v1/agents` lists the
   * colleagues for such an act.
   */
  may?: Act[];
  /**
   * Managers who look on, as far as the reader may know of them.
   */
  monitors: Monitor[];
  /**
   * Offers that await an answer.
   */
  offers: Offer[];
  /**
   * The moment at which the conversation began.
   */
  opened_at: number;
  /**
   * Whether the customer asked for no further messages and the provider sends none.
   */
  opted_out?: boolean;
  /**
   * The way in which the owner got the conversation.
   */
  origin?: Origin | null;
  /**
   * The agent to whom the conversation is assigned.
   */
  owner?: string | null;
  /**
   * The priority: 0 to 9. The engine serves higher ones first.
   */
  priority: number;
  /**
   * The queue in which the conversation waits, or from which it came.
   */
  queue: string;
  /**
   * Whether an answer can show the earlier message that it answers (`reply_to` of `send`).
   */
  quotes?: boolean;
  /**
   * Whether agents can put emojis on earlier messages (`react`).
   */
  reacts?: boolean;
  /**
   * The conversation's id in a form that people can read out: `4T9M-0C2X-1`.
   */
  reference: string;
  /**
   * The moment at which the conversation goes back to its queue if the owner does not answer the
   * customer.
   */
  requeue_at?: number | null;
  /**
   * The newest entry. The server numbers the entries of a thread densely from 1.
   */
  seq: number;
  /**
   * The skills that the next agent needs.
   */
  skills: string[];
  status: Status;
  /**
   * The conversation's tags: at most 12 words of 1 to 40 characters that say what it is about.
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
   * The moment since when it is the turn of `waiting_on`.
   */
  waiting_since: number;
  /**
   * The moment until which agents can send free text; absent where the channel has no such
   * limit.
   */
  window_until?: number | null;
  /**
   * Conversations of this thread that are over and wait for an agent to mark them done.
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
   * The discussion's id: `<thread>-d<number>`, with the number of the offer that opened it.
   */
  id: string;
  /**
   * The agent who asked for the discussion.
   */
  initiator: string;
  /**
   * All members, the initiator first.
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
   * The largest size of such a file, in bytes.
   */
  limit: number;
  medium: Medium;
  /**
   * The MIME types of such files.
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
   * The manager's id.
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
   * Whether the server asks all of a group at once.
   */
  all: boolean;
  /**
   * The end of the whole offer: until then a colleague can accept it.
   */
  deadline: number;
  /**
   * The running discussion that the colleague is to join.
   */
  discussion?: string | null;
  /**
   * The moment until which the agents in `to` can accept, by the server's clock.
   */
  expires: number;
  /**
   * The agent who made the offer.
   */
  from: string;
  /**
   * The offer's id: `<thread>-o<number>`.
   */
  id: string;
  kind: OfferKind;
  /**
   * The request in words. Only snapshots and `GET /v1/conversations/{conversation}` have it;
   * elsewhere the event `offer_made` says it.
   */
  note?: string | null;
  target: Target;
  /**
   * The agents who can answer now.
   */
  to: string[];
  /**
   * The agents who were asked before and did not accept.
   */
  tried: string[];
}
/**
 * A conversation that is over and waits for an agent to mark it done.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OpenWrapUp".
 */
export interface OpenWrapUp {
  /**
   * The agent who has to mark the conversation done.
   */
  agent: string;
  /**
   * The conversation's id.
   */
  conversation: string;
  /**
   * Whether the wrap-up needs a disposition.
   */
  mandatory: boolean;
}
/**
 * The answer to `GET /v1/conversations/{conversation}`: the conversation with its newest entries.
 * An earlier conversation of a thread appears as it stood at its end.
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
   * Whether there are earlier entries.
   */
  more: boolean;
  /**
   * The newest conversation of the thread, where that is another one.
   */
  newest?: string | null;
}
/**
 * One entry of a thread's log, with those of its events that the reader may see. An entry may
 * arrive without events: it still counts as a position.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Entry".
 */
export interface Entry {
  /**
   * The moment at which the entry was written.
   */
  at: number;
  /**
   * The author: `customer`, `system` or `agent:<id>`.
   */
  by: string;
  /**
   * The id of the command that caused the entry, if one did: by it a client knows its own
   * entries.
   */
  command?: string | null;
  /**
   * The events, in the order in which they happened. Clients skip types that they do not know.
   */
  events: Event[];
  /**
   * The entry's position in the thread.
   */
  seq: number;
  /**
   * Present where a text or a list in the entry is shorter than the sender's.
   */
  shortened?: Shortened | null;
}
/**
 * The engine's choice among several agents.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Routing".
 */
export interface Routing {
  /**
   * The agent whom the engine chose; absent where no agent could be chosen, and where the engine
   * asked all at once.
   */
  chosen?: string | null;
  decided_by: Decider;
  /**
   * How many more agents the engine compared.
   */
  more: number;
  strategy: Strategy;
  /**
   * The agents whom the engine compared, the best first; at most 6.
   */
  weighed: Weighed[];
}
/**
 * An agent whom the engine compared.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Weighed".
 */
export interface Weighed {
  /**
   * The agent's id.
   */
  agent: string;
  /**
   * How many conversations the agent may have.
   */
  capacity: number;
  /**
   * The reason why the engine could not choose the agent.
   */
  excluded?: Excluded | null;
  /**
   * The moment since when the agent had got nothing new and finished nothing; absent for an
   * agent who never had work.
   */
  idle_since?: number | null;
  /**
   * How many conversations the agent had in progress.
   */
  open: number;
}
export interface EventRouted {
  type: 'routed';
}
/**
 * The earlier message that a message answers, edits, deletes or reacts to.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Relation".
 */
export interface Relation {
  /**
   * The side that wrote the earlier message.
   */
  by?: Side | null;
  /**
   * The `seq` of the entry that holds the earlier message; absent: the server does not know the
   * message, show "a message from before".
   */
  entry?: number | null;
  /**
   * One line of the earlier message.
   */
  text?: string;
}
/**
 * The place from which the customer came to this conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Referral".
 */
export interface Referral {
  /**
   * The text.
   */
  body?: string | null;
  /**
   * The headline.
   */
  headline?: string | null;
  /**
   * The provider's id of the place.
   */
  id?: string | null;
  /**
   * The kind of place: `ad`, `post`, `product`, `link`, `story` or another word of the channel.
   */
  kind: string;
  /**
   * The address of the place.
   */
  url?: string | null;
}
/**
 * The end of the fetch of a customer's file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FileEnd".
 */
export interface FileEnd {
  /**
   * The file, if the server keeps it.
   */
  file?: FetchedFile | null;
  /**
   * The `seq` of the entry that holds the message.
   */
  message: number;
  /**
   * The reason why the server keeps no file.
   */
  refused?: FileRefusal | null;
}
/**
 * A customer's file that the server fetched from the provider, as its content says.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FetchedFile".
 */
export interface FetchedFile {
  /**
   * The picture's height in pixels, as people see it.
   */
  height?: number | null;
  /**
   * The file's id, for `GET /v1/media/{media}`.
   */
  id: string;
  medium: Medium;
  /**
   * The file's MIME type, by its content.
   */
  mime: string;
  /**
   * The file's name.
   */
  name: string;
  /**
   * The length of a sound or film in seconds, if the file says it.
   */
  seconds?: number | null;
  /**
   * The file's size in bytes.
   */
  size: number;
  /**
   * The small picture that stands for the large one.
   */
  thumbnail?: Thumbnail | null;
  /**
   * The picture's width in pixels, as people see it.
   */
  width?: number | null;
}
/**
 * A small picture, at most 320 pixels wide and high.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Thumbnail".
 */
export interface Thumbnail {
  /**
   * The picture's height in pixels.
   */
  height: number;
  /**
   * The picture's id, for `GET /v1/media/{media}`.
   */
  id: string;
  /**
   * The picture's width in pixels.
   */
  width: number;
}
export interface EventFileFetched {
  type: 'file_fetched';
}
/**
 * The answer to
 * `GET /v1/conversations?status=&queue=&owner=&channel=&tag=&label=&from=&to=&q=&cursor=`: newest
 * first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Conversations".
 */
export interface Conversations {
  /**
   * One summary for each conversation.
   */
  conversations: ConversationCard[];
  /**
   * Give this as `cursor` for the next page; absent on the last page.
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
   * The moment at which the message was written.
   */
  at: number;
  /**
   * The id of the agent who wrote the message.
   */
  by: string;
  /**
   * The conversation that the message is about. The receiver may be unable to read that
   * conversation.
   */
  conversation?: string | null;
  /**
   * The message's number in the talk, from 1, without gaps.
   */
  seq: number;
  /**
   * The text.
   */
  text: string;
}
/**
 * The answer to `GET /v1/direct/{agent}?before=&limit=`: messages of the caller's talk with a
 * colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectMessages".
 */
export interface DirectMessages {
  /**
   * The messages, oldest first.
   */
  messages: DirectMessage[];
  /**
   * Whether there are earlier messages.
   */
  more: boolean;
}
/**
 * The body of `PUT /v1/direct/{agent}/read`: moves the caller's read position forward.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DirectRead".
 */
export interface DirectRead {
  /**
   * The number of the newest message that you have read. A lower number than before changes
   * nothing.
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
   * The message's number in the talk. A repeated id gets the same number.
   */
  seq: number;
  /**
   * The colleague's id.
   */
  with: string;
}
/**
 * The answer to `DELETE /v1/uploads/{upload}`: the upload is gone.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Discarded".
 */
export interface Discarded {
  /**
   * The upload's id.
   */
  id: string;
}
/**
 * The answer to `POST /v1/commands` when the server has carried out the command.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Done".
 */
export interface Done {
  /**
   * The conversation that the command was for.
   */
  conversation: string;
  /**
   * The command's id.
   */
  id: string;
  /**
   * The entry that the command wrote. A repeated command gets the same number; 0 means that
   * there was nothing to do.
   */
  seq: number;
}
/**
 * A text that an agent began and has not sent. The server keeps it for 30 days after its last
 * change.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Draft".
 */
export interface Draft {
  /**
   * The moment of the last change.
   */
  at: number;
  /**
   * The conversation in which the agent writes.
   */
  conversation: string;
  /**
   * The discussion in which the agent writes.
   */
  discussion?: string | null;
  mode: DraftMode;
  /**
   * The text, at most 8,000 characters. Empty: there is no draft any more.
   */
  text: string;
}
/**
 * The answer to `GET /v1/drafts`: the caller's own drafts, newest first, at most 100.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Drafts".
 */
export interface Drafts {
  /**
   * One draft for each conversation, mode and discussion.
   */
  drafts: Draft[];
}
/**
 * The permanent record of one offer, and what became of it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagement".
 */
export interface Engagement {
  /**
   * Whether the server asked all of a group at once.
   */
  all: boolean;
  /**
   * The conversation's id.
   */
  conversation: string;
  /**
   * The moment at which the agent made the offer.
   */
  created_at: number;
  /**
   * The end of the whole offer: until then a colleague can, or could, accept it.
   */
  deadline: number;
  /**
   * The moment at which the offer was accepted, rejected, withdrawn, rescinded or timed out.
   */
  decided_at?: number | null;
  /**
   * The agent who accepted, rejected or withdrew the offer.
   */
  decided_by?: string | null;
  /**
   * The discussion that the colleague was to join.
   */
  discussion?: string | null;
  /**
   * The cause of the end.
   */
  end_cause?: EndCause | null;
  /**
   * The end of the offer's discussion, or of the colleague's part in the conference.
   */
  ended_at?: number | null;
  /**
   * The agent who ended the discussion, or the part in the conference.
   */
  ended_by?: string | null;
  /**
   * The moment until which the agents in `to` can, or could, accept.
   */
  expires: number;
  /**
   * The agent who made the offer.
   */
  from: string;
  /**
   * The offer's id.
   */
  id: string;
  kind: OfferKind;
  /**
   * The load of the agent who decided, at the moment of the decision.
   */
  load?: Load | null;
  /**
   * How many lines the discussion had by its end.
   */
  messages?: number | null;
  /**
   * The customer's name when the agent made the offer; absent in records from before the server
   * kept it.
   */
  name?: string | null;
  /**
   * The request in words.
   */
  note?: string | null;
  /**
   * The moment at which the agents in `to` were asked.
   */
  offered_at: number;
  /**
   * The initiator's closing note.
   */
  outcome_note?: string | null;
  /**
   * The transfer or conference that the discussion became.
   */
  promoted_to?: Promotion | null;
  /**
   * The conversation's queue when the agent made the offer.
   */
  queue?: string | null;
  /**
   * The reason for a rejection or withdrawal.
   */
  reason?: string | null;
  /**
   * The reason's code: made of the reason's words where the settings list the reason, else
   * `other`.
   */
  reason_code?: string | null;
  /**
   * Whether the discussion answered the question, as its initiator said.
   */
  resolved?: boolean | null;
  status: OfferStatus;
  /**
   * The time from the acceptance to the end of the discussion, or of the part in the conference,
   * in milliseconds.
   */
  talk_ms?: number | null;
  target: Target;
  /**
   * The agents who can answer now, or could at the end.
   */
  to: string[];
  /**
   * The agents who were asked and did not accept, in order, and what became of each request.
   */
  tried: Tried[];
  /**
   * The agents who have still to mark the discussion done.
   */
  undone?: string[];
  /**
   * The version: every step raises it.
   */
  version: number;
  /**
   * The time from the offer to its decision, in milliseconds.
   */
  wait_ms?: number | null;
}
/**
 * An agent's load at a moment.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Load".
 */
export interface Load {
  /**
   * How many conversations the agent may have.
   */
  capacity: number;
  /**
   * How many conversations the agent had in progress.
   */
  open: number;
}
/**
 * An agent who was asked and did not accept.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Tried".
 */
export interface Tried {
  /**
   * The agent's id.
   */
  agent: string;
  /**
   * The moment at which the request ended for the agent.
   */
  at: number;
  /**
   * The agent's load when the request ended.
   */
  load?: Load | null;
  /**
   * The agent's reason.
   */
  reason?: string | null;
  /**
   * The reason's code.
   */
  reason_code?: string | null;
  status: OfferStatus;
}
/**
 * The answer to `GET /v1/conversations/{conversation}/engagements` and to
 * `GET /v1/engagements?agent=|from=&to=&cursor=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagements".
 */
export interface Engagements {
  /**
   * Give this as `cursor` for the next page; absent on the last page.
   */
  cursor?: string | null;
  /**
   * The records, newest first.
   */
  engagements: Engagement[];
}
/**
 * The answer to `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`.
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
   * Whether there are more entries in the direction that the request asked for.
   */
  more: boolean;
}
/**
 * One changed field.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "FieldChange".
 */
export interface FieldChange {
  /**
   * The field's name.
   */
  field: string;
  /**
   * The earlier value; absent: the place inherited the field.
   */
  from?: {
    [k: string]: unknown;
  };
  /**
   * The new value; absent: the place inherits the field.
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
   * The header's name.
   */
  name: string;
  /**
   * The header's value.
   */
  value: string;
}
/**
 * The hours at which the business is open.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Hours".
 */
export interface Hours {
  /**
   * Days on which the business is closed, such as `2026-12-25`: up to 100.
   */
  closed?: string[];
  /**
   * The name of a time zone, such as `Europe/Berlin`.
   */
  time_zone: string;
  week: Week;
}
/**
 * The days of a week. The business is closed on a day left out.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Week".
 */
export interface Week {
  /**
   * The shifts of Fridays.
   */
  friday?: Shift[];
  /**
   * The shifts of Mondays.
   */
  monday?: Shift[];
  /**
   * The shifts of Saturdays.
   */
  saturday?: Shift[];
  /**
   * The shifts of Sundays.
   */
  sunday?: Shift[];
  /**
   * The shifts of Thursdays.
   */
  thursday?: Shift[];
  /**
   * The shifts of Tuesdays.
   */
  tuesday?: Shift[];
  /**
   * The shifts of Wednesdays.
   */
  wednesday?: Shift[];
}
/**
 * A time in which the business is open, by the clock on the wall.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Shift".
 */
export interface Shift {
  /**
   * The first minute, such as `09:00`.
   */
  from: string;
  /**
   * The minute after the last, such as `17:00`; `24:00` is the end of the day.
   */
  to: string;
}
/**
 * The answer to `POST /v1/agents/import`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ImportReport".
 */
export interface ImportReport {
  /**
   * The headings that the server does not know, and so left out.
   */
  ignored?: string[];
  /**
   * The row with which the next request goes on; absent: this was the last part.
   */
  next?: number | null;
  /**
   * The rows of this part, in their order.
   */
  rows: ImportRow[];
  /**
   * How many rows the table has.
   */
  total: number;
}
/**
 * One row of an import.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ImportRow".
 */
export interface ImportRow {
  /**
   * The agent's id; absent for a refused row of nobody known.
   */
  agent?: string | null;
  /**
   * The fields that differ.
   */
  changes?: string[];
  /**
   * The e-mail address, as far as the row has one.
   */
  email: string;
  fate: Fate;
  /**
   * The agent's name.
   */
  name: string;
  /**
   * The reason for a refusal.
   */
  refused?: Refused | null;
  /**
   * The row's number; 1 is the first one after the headings.
   */
  row: number;
}
/**
 * The answer to `PUT /v1/keys/{key}` and `POST /v1/keys/{key}/rotate`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "IssuedKey".
 */
export interface IssuedKey {
  key: ApiKey;
  /**
   * The new token, if the request made one. No other answer shows it again.
   */
  token?: string | null;
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
   * The label's text: 1 to 40 characters.
   */
  name: string;
}
/**
 * The answer to `GET /v1/media/{media}`: a link to a file, for a while.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MediaLink".
 */
export interface MediaLink {
  /**
   * The file's address under which browsers save it instead of showing it. It works as long.
   */
  download?: string;
  /**
   * The moment until which the link works.
   */
  expires: number;
  /**
   * The file's MIME type, as its content says.
   */
  mime: string;
  /**
   * The file's name.
   */
  name: string;
  /**
   * The file's size in bytes.
   */
  size: number;
  /**
   * The file's address. Anybody who holds the link can fetch the file: keep it to yourself.
   */
  url: string;
}
/**
 * A comment in which a colleague mentions you.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mention".
 */
export interface Mention {
  /**
   * The moment at which the comment was written.
   */
  at: number;
  /**
   * The id of the agent who wrote the comment.
   */
  by: string;
  /**
   * The conversation's id.
   */
  conversation: string;
  /**
   * The `seq` of the entry that holds the comment.
   */
  seq: number;
  /**
   * The comment's text, cut to 400 bytes.
   */
  text: string;
}
/**
 * The answer to `GET /v1/mentions?cursor=`: newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Mentions".
 */
export interface Mentions {
  /**
   * Give this as `cursor` for the next page; absent on the last page.
   */
  cursor?: string | null;
  /**
   * The caller's own mentions.
   */
  mentions: Mention[];
  /**
   * The moment up to which you have looked at your mentions; 0 before the first look. Newer
   * mentions are unseen.
   */
  seen_at: number;
  /**
   * How many mentions are newer than `seen_at`, counted up to 99.
   */
  unseen: number;
}
/**
 * How far you have looked at your mentions.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "MentionsSeen".
 */
export interface MentionsSeen {
  /**
   * The moment up to which you have looked.
   */
  at: number;
  /**
   * How many mentions are newer than `at`, counted up to 99.
   */
  unseen: number;
}
/**
 * The body of `POST /v1/direct/{agent}`: writes to a colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewDirect".
 */
export interface NewDirect {
  /**
   * A conversation that the message is about and that you may read.
   */
  conversation?: string | null;
  /**
   * The message's id, made by the client: 8 to 64 printable characters, best a UUIDv7. For 7
   * days a repeated id gets the first answer and has no second effect.
   */
  id: string;
  /**
   * The text, 1 to 4,000 characters.
   */
  text: string;
}
/**
 * The body of `POST /v1/uploads`: announces a file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewUpload".
 */
export interface NewUpload {
  /**
   * The conversation that the file is for.
   */
  conversation: string;
  /**
   * The file's MIME type: one of those in the conversation's `files`, or one that a comment may
   * hold.
   */
  mime: string;
  /**
   * The file's name, at most 255 characters.
   */
  name: string;
  purpose: UploadPurpose;
  /**
   * The file's exact size in bytes.
   */
  size: number;
}
/**
 * The body of `POST /v1/visitors`: begins a web chat.
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
   * The e-mail address at which the business can write to the visitor afterwards, if the visitor
   * gave one; at most 200 characters. Agents see it as the contact's `email`. A visitor can
   * claim any address: it proves nothing.
   */
  email?: string | null;
  /**
   * The shop's word on who the visitor is, signed by its own server: a JSON web token (HS256) under the
   * channel's identity secret, with `sub` (the shop's id of the customer, at most 100 characters)
   * and `exp`, and, if known, `name` and `email`. The same `sub` gets the same chat on every
   * device. The token's name and address take the place of those beside it.
   */
  identity?: string | null;
  /**
   * The visitor's name, if the visitor gave one; at most 40 characters.
   */
  name?: string | null;
}
/**
 * The body of `POST /v1/visitors/uploads`: a visitor announces a file.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "NewVisitorUpload".
 */
export interface NewVisitorUpload {
  /**
   * The file's MIME type.
   */
  mime: string;
  /**
   * The file's name, at most 255 characters.
   */
  name: string;
  /**
   * The file's exact size in bytes.
   */
  size: number;
}
/**
 * The settings that one place changes. A place inherits a field left out: from the team,
 * then from the workspace, then from the engine.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Overrides".
 */
export interface Overrides {
  /**
   * How long a customer who waits in web chat may be silent before the engine ends the
   * conversation as abandoned, in seconds: 30 to 86,400; `null`: for ever.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an offer to take over waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds?: number;
  /**
   * How long the customer may be silent before the engine resolves the conversation, in seconds:
   * 60 to 2,592,000.
   */
  auto_resolve_seconds?: number;
  /**
   * The reasons that the console offers for going away: up to 20.
   */
  away_reasons?: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases?: string[];
  /**
   * How many people may take part in a conference, the customer included: 3 to 6.
   */
  conference_limit?: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds?: number;
  /**
   * How long an offer to discuss waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds?: number;
  /**
   * The dispositions that an agent can give a conversation after its end: up to 20; none: agents
   * may write any words.
   */
  dispositions?: string[];
  /**
   * The time within which a new conversation should get its first response, in seconds: 5 to
   * 86,400.
   */
  first_answer_target_seconds?: number;
  /**
   * How long before the end of `first_answer_target_seconds` the engine warns, in seconds: 1 to
   * 86,400, and less than `first_answer_target_seconds`.
   */
  first_answer_warning_seconds?: number;
  /**
   * Whether conversations stay with the team that had them. Off: an agent who reads the
   * customer's newest conversation reads all earlier ones, also those of other teams. On: only
   * the team of the queue, the agents who took part, and admins read an earlier one. Usual: off.
   */
  history_stays_with_team?: boolean;
  /**
   * The business hours; `null`: the business is always open.
   */
  hours?: Hours | null;
  /**
   * The labels that agents can put on conversations: up to 20.
   */
  labels?: Label[];
  mode?: Mode;
  /**
   * The message to customers who write outside business hours, once for each conversation: 1 to
   * 1,000 characters. Business hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before the owner's conversations go back to their queues,
   * in seconds: 10 to 86,400; `null`: the owner keeps them.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority?: number;
  /**
   * The reasons that the console offers for a rejection: 1 to 20.
   */
  reject_reasons?: string[];
  /**
   * For how long after the end the customer's next message reopens the same conversation, in
   * seconds: 60 to 2,592,000; `null`: the message begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * How long an owner may leave a customer without an answer before the conversation goes back
   * to its queue, in seconds: 30 to 86,400; `null`: for ever.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before the end of `requeue_after_seconds` the engine warns the owner, in seconds: 1
   * to 86,400, and less than `requeue_after_seconds`.
   */
  requeue_warning_seconds?: number;
  /**
   * The skills that an agent needs for a conversation: up to 20.
   */
  skills?: string[];
  /**
   * How long the engine waits for one member of a team, queue or skill before it asks the next,
   * in seconds: 5 to 3,600, and no longer than an offer to discuss or to take over waits.
   */
  step_timeout_seconds?: number;
  strategy?: Strategy;
  /**
   * The surveys that an owner can send to a customer: up to 10.
   */
  surveys?: Survey[];
  /**
   * The suggested tags, each of up to 40 characters: up to 100. Agents may use any other word,
   * too.
   */
  tags?: string[];
  /**
   * Whether a transfer to another queue keeps the conversation's priority.
   */
  transfer_keeps_priority?: boolean;
  /**
   * Whether a transfer to another queue keeps the time that the customer has waited.
   */
  transfer_keeps_wait?: boolean;
  transfer_mode?: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams?: boolean;
  /**
   * The triggers that an owner can set off on the event bus: up to 20.
   */
  triggers?: string[];
  /**
   * Origins of the pages that may open the web chat of a queue's accounts, such as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins?: string[];
  /**
   * The reasons that the console offers for a withdrawal: 1 to 20.
   */
  withdraw_reasons?: string[];
  wrap_up?: WrapUp;
  /**
   * How long a wrap-up lasts before the engine ends it, in seconds: 30 to 86,400; `null`: until
   * the agent marks it done.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * A question that an owner can send to a customer.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Survey".
 */
export interface Survey {
  /**
   * The answers that the customer can choose from, up to 9; none: the question holds a link.
   */
  answers?: string[];
  /**
   * The name by which agents choose the survey: 1 to 100 characters.
   */
  name: string;
  /**
   * The question that the customer reads: 1 to 1,000 characters.
   */
  question: string;
}
/**
 * The answer to `GET /v1/preferences`, and the body of `PUT /v1/preferences`: an agent's
 * preferences for the console. `PUT` replaces the whole document; a field left out gets its
 * default. The server refuses fields that it does not know.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Preferences".
 */
export interface Preferences {
  contrast?: Contrast;
  density?: Density;
  /**
   * The number of minutes without a key or a pointer after which the console proposes to be
   * away; at most 120, and 0 for never.
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
   * By panel, the panel's width or height in pixels, 0 to 10,000. At most 40.
   */
  panels?: {
    [k: string]: number;
  };
  /**
   * Whether a sound repeats until the agent has read its conversation.
   */
  repeat_until_read?: boolean;
  /**
   * Whether the composer returns to Reply by itself after a comment.
   */
  reply_after_comment?: boolean;
  /**
   * The open sections of the details panel, in order. At most 40.
   */
  sections?: string[];
  send_key?: SendKey;
  /**
   * By act, the keys of the act, at most 40 characters. At most 200.
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
   * By trigger, the name of the trigger's sound, or `off`. At most 40, with names of 1 to 40 of
   * `a-z 0-9 - _ .`.
   */
  sounds?: {
    [k: string]: string;
  };
  theme?: Theme;
  /**
   * The version: every change raises it; 0 before the first change. Give the one that you have
   * read.
   */
  version?: number;
  /**
   * The volume of the sounds, in per cent.
   */
  volume?: number;
}
/**
 * The body of `PUT /v1/me/presence`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceBody".
 */
export interface PresenceBody {
  presence: PresenceChoice;
  /**
   * The reason why the agent takes no work, for colleagues to see: at most 100 characters. Only
   * with `away`.
   */
  reason?: string | null;
}
/**
 * A change of an agent's presence by somebody else.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChange".
 */
export interface PresenceChange {
  /**
   * The moment of the change.
   */
  at: number;
  /**
   * The id of the manager or admin who made the change.
   */
  by: string;
  presence: PresenceChoice;
  /**
   * The reason why the agent takes no work, where one was given.
   */
  reason?: string | null;
}
/**
 * The answer to `GET /v1/agents/{agent}/presence`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChanges".
 */
export interface PresenceChanges {
  /**
   * The changes of the agent's presence by somebody else, newest first: those of the last 90
   * days, at most 100.
   */
  changes: PresenceChange[];
}
/**
 * The body of every answer with a status of 400 or more.
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
   * The moment at which the newest message was written.
   */
  at: number;
  /**
   * The id of the agent who wrote the newest message.
   */
  by: string;
  /**
   * The beginning of the newest message, cut to 120 bytes.
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
   * The colleague's id.
   */
  with: string;
}
/**
 * A queue with its waiting conversations.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Queue".
 */
export interface Queue {
  /**
   * The queue's id.
   */
  id: string;
  mode: Mode;
  /**
   * Whether there are more places than these.
   */
  more: boolean;
  /**
   * The queue's name.
   */
  name: string;
  /**
   * Whether the queue is history: conversations name it, and none comes to it any more.
   */
  retired?: boolean;
  /**
   * The id of the team that serves the queue.
   */
  team: string;
  /**
   * The first 50 places, in the order in which the team serves them.
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
   * The customer's addresses on the channel: phone numbers as their digits, ids, user names.
   */
  addresses?: string[];
  /**
   * The name that agents gave the conversation.
   */
  alias?: string | null;
  /**
   * The channel: `whatsapp`, `web` …
   */
  channel: string;
  /**
   * The customer's id; absent in places from before the server kept it.
   */
  contact?: string | null;
  /**
   * The conversation's id.
   */
  conversation: string;
  /**
   * The moment by which the first response is, or was, due; absent after the first response.
   */
  first_answer_due?: number | null;
  /**
   * Whether the conversation goes before all others, because its last owner left the customer
   * without an answer or was offline for too long.
   */
  front: boolean;
  /**
   * The conversation's labels: where the work on it stands.
   */
  labels: string[];
  /**
   * The customer's name.
   */
  name: string;
  /**
   * The priority: 0 to 9. The engine serves higher ones first.
   */
  priority: number;
  /**
   * The conversation's id in a form that people can read out.
   */
  reference: string;
  /**
   * The moment since when the conversation waits.
   */
  since: number;
  /**
   * The newest message, or the note of the agent who put the conversation back, cut to 120
   * characters.
   */
  summary: string;
  /**
   * The conversation's tags: words that say what it is about.
   */
  tags: string[];
}
/**
 * The settings of the workspace: the answer to `GET` and `PUT /v1/settings`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
  /**
   * How long a customer who waits in web chat may be silent before the engine ends the
   * conversation as abandoned, in seconds: 30 to 86,400; `null`: for ever.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an offer to take over waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds: number;
  /**
   * The faults that an admin should look after. The server tells them to admins only, and only
   * in the answer to `GET`. A `PUT` may send them back, and changes nothing by it.
   */
  attention?: Attention | null;
  /**
   * How long the customer may be silent before the engine resolves the conversation, in seconds:
   * 60 to 2,592,000.
   */
  auto_resolve_seconds: number;
  /**
   * The reasons that the console offers for going away: up to 20.
   */
  away_reasons: string[];
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The person who made the last change.
   */
  changed_by?: string | null;
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases: string[];
  /**
   * How many people may take part in a conference, the customer included: 3 to 6.
   */
  conference_limit: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds: number;
  /**
   * How long an offer to discuss waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds: number;
  /**
   * The dispositions that an agent can give a conversation after its end: up to 20; none: agents
   * may write any words.
   */
  dispositions: string[];
  /**
   * The time within which a new conversation should get its first response, in seconds: 5 to
   * 86,400.
   */
  first_answer_target_seconds: number;
  /**
   * How long before the end of `first_answer_target_seconds` the engine warns, in seconds: 1 to
   * 86,400, and less than `first_answer_target_seconds`.
   */
  first_answer_warning_seconds: number;
  /**
   * Whether conversations stay with the team that had them. Off: an agent who reads the
   * customer's newest conversation reads all earlier ones, also those of other teams. On: only
   * the team of the queue, the agents who took part, and admins read an earlier one. Usual: off.
   */
  history_stays_with_team: boolean;
  /**
   * The business hours; `null`: the business is always open.
   */
  hours?: Hours | null;
  /**
   * The labels that agents can put on conversations: up to 20.
   */
  labels: Label[];
  mode: Mode;
  /**
   * The message to customers who write outside business hours, once for each conversation: 1 to
   * 1,000 characters. Business hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before the owner's conversations go back to their queues,
   * in seconds: 10 to 86,400; `null`: the owner keeps them.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority: number;
  /**
   * The reasons that the console offers for a rejection: 1 to 20.
   */
  reject_reasons: string[];
  /**
   * For how long after the end the customer's next message reopens the same conversation, in
   * seconds: 60 to 2,592,000; `null`: the message begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * How long an owner may leave a customer without an answer before the conversation goes back
   * to its queue, in seconds: 30 to 86,400; `null`: for ever.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before the end of `requeue_after_seconds` the engine warns the owner, in seconds: 1
   * to 86,400, and less than `requeue_after_seconds`.
   */
  requeue_warning_seconds: number;
  /**
   * The skills that an agent needs for a conversation: up to 20.
   */
  skills: string[];
  /**
   * How long the engine waits for one member of a team, queue or skill before it asks the next,
   * in seconds: 5 to 3,600, and no longer than an offer to discuss or to take over waits.
   */
  step_timeout_seconds: number;
  strategy: Strategy;
  /**
   * The surveys that an owner can send to a customer: up to 10.
   */
  surveys: Survey[];
  /**
   * The suggested tags, each of up to 40 characters: up to 100. Agents may use any other word,
   * too.
   */
  tags: string[];
  /**
   * Whether a transfer to another queue keeps the conversation's priority.
   */
  transfer_keeps_priority: boolean;
  /**
   * Whether a transfer to another queue keeps the time that the customer has waited.
   */
  transfer_keeps_wait: boolean;
  transfer_mode: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams: boolean;
  /**
   * The triggers that an owner can set off on the event bus: up to 20.
   */
  triggers: string[];
  /**
   * The version: every change raises it, and `PUT` must give the one that it has read.
   */
  version: number;
  /**
   * Origins of the pages that may open the web chat of a queue's accounts, such as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins: string[];
  /**
   * The reasons that the console offers for a withdrawal: 1 to 20.
   */
  withdraw_reasons: string[];
  wrap_up: WrapUp;
  /**
   * How long a wrap-up lasts before the engine ends it, in seconds: 30 to 86,400; `null`: until
   * the agent marks it done.
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
   * The team's id.
   */
  id: string;
  /**
   * The team's name.
   */
  name: string;
  /**
   * Whether the team is history: conversations name it, and nobody can be asked for it.
   */
  retired?: boolean;
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
 * The body of `PUT /v1/queues/{queue}`. A field left out keeps its value; a new queue needs a name
 * and a team.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "QueueChange".
 */
export interface QueueChange {
  /**
   * The queue's name: 1 to 40 characters, and no other queue's.
   */
  name?: string;
  /**
   * `true`: the queue becomes history. Assets that use it must be moved first, and nobody may
   * wait in it.
   */
  retired?: boolean;
  /**
   * The id of the team that serves the queue.
   */
  team?: string;
  /**
   * The version that you have read; 0 makes a new queue.
   */
  version?: number;
}
/**
 * A queue's record.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "QueueRecord".
 */
export interface QueueRecord {
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * The queue's id.
   */
  id: string;
  /**
   * The queue's name.
   */
  name: string;
  /**
   * Whether the queue is history.
   */
  retired?: boolean;
  /**
   * The team that serves it.
   */
  team: string;
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * The answer to `GET /v1/queues`.
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
 * One choice of the engine, with its entry and its moment.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "RoutingAt".
 */
export interface RoutingAt {
  /**
   * The moment of the choice.
   */
  at: number;
  routing: Routing;
  /**
   * The `seq` of the entry that holds the choice.
   */
  seq: number;
}
/**
 * The answer to `GET /v1/conversations/{conversation}/routing`: every choice that the engine made,
 * newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Routings".
 */
export interface Routings {
  /**
   * The choices, newest first.
   */
  routings: RoutingAt[];
}
/**
 * All settings, as they hold in one place.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Rules".
 */
export interface Rules {
  /**
   * How long a customer who waits in web chat may be silent before the engine ends the
   * conversation as abandoned, in seconds: 30 to 86,400; `null`: for ever.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an offer to take over waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds: number;
  /**
   * How long the customer may be silent before the engine resolves the conversation, in seconds:
   * 60 to 2,592,000.
   */
  auto_resolve_seconds: number;
  /**
   * The reasons that the console offers for going away: up to 20.
   */
  away_reasons: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases: string[];
  /**
   * How many people may take part in a conference, the customer included: 3 to 6.
   */
  conference_limit: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds: number;
  /**
   * How long an offer to discuss waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds: number;
  /**
   * The dispositions that an agent can give a conversation after its end: up to 20; none: agents
   * may write any words.
   */
  dispositions: string[];
  /**
   * The time within which a new conversation should get its first response, in seconds: 5 to
   * 86,400.
   */
  first_answer_target_seconds: number;
  /**
   * How long before the end of `first_answer_target_seconds` the engine warns, in seconds: 1 to
   * 86,400, and less than `first_answer_target_seconds`.
   */
  first_answer_warning_seconds: number;
  /**
   * Whether conversations stay with the team that had them. Off: an agent who reads the
   * customer's newest conversation reads all earlier ones, also those of other teams. On: only
   * the team of the queue, the agents who took part, and admins read an earlier one. Usual: off.
   */
  history_stays_with_team: boolean;
  /**
   * The business hours; `null`: the business is always open.
   */
  hours?: Hours | null;
  /**
   * The labels that agents can put on conversations: up to 20.
   */
  labels: Label[];
  mode: Mode;
  /**
   * The message to customers who write outside business hours, once for each conversation: 1 to
   * 1,000 characters. Business hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before the owner's conversations go back to their queues,
   * in seconds: 10 to 86,400; `null`: the owner keeps them.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority: number;
  /**
   * The reasons that the console offers for a rejection: 1 to 20.
   */
  reject_reasons: string[];
  /**
   * For how long after the end the customer's next message reopens the same conversation, in
   * seconds: 60 to 2,592,000; `null`: the message begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * How long an owner may leave a customer without an answer before the conversation goes back
   * to its queue, in seconds: 30 to 86,400; `null`: for ever.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before the end of `requeue_after_seconds` the engine warns the owner, in seconds: 1
   * to 86,400, and less than `requeue_after_seconds`.
   */
  requeue_warning_seconds: number;
  /**
   * The skills that an agent needs for a conversation: up to 20.
   */
  skills: string[];
  /**
   * How long the engine waits for one member of a team, queue or skill before it asks the next,
   * in seconds: 5 to 3,600, and no longer than an offer to discuss or to take over waits.
   */
  step_timeout_seconds: number;
  strategy: Strategy;
  /**
   * The surveys that an owner can send to a customer: up to 10.
   */
  surveys: Survey[];
  /**
   * The suggested tags, each of up to 40 characters: up to 100. Agents may use any other word,
   * too.
   */
  tags: string[];
  /**
   * Whether a transfer to another queue keeps the conversation's priority.
   */
  transfer_keeps_priority: boolean;
  /**
   * Whether a transfer to another queue keeps the time that the customer has waited.
   */
  transfer_keeps_wait: boolean;
  transfer_mode: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams: boolean;
  /**
   * The triggers that an owner can set off on the event bus: up to 20.
   */
  triggers: string[];
  /**
   * Origins of the pages that may open the web chat of a queue's accounts, such as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins: string[];
  /**
   * The reasons that the console offers for a withdrawal: 1 to 20.
   */
  withdraw_reasons: string[];
  wrap_up: WrapUp;
  /**
   * How long a wrap-up lasts before the engine ends it, in seconds: 30 to 86,400; `null`: until
   * the agent marks it done.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * The body of `PUT /v1/settings/teams/{team}` and of `PUT /v1/settings/queues/{queue}`: replaces
 * the settings that this place changes. The place inherits a field left out again.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ScopedChange".
 */
export interface ScopedChange {
  own: Overrides;
  /**
   * The version that you have read.
   */
  version: number;
}
/**
 * The answer to `GET /v1/settings/teams/{team}` and to `GET /v1/settings/queues/{queue}`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ScopedSettings".
 */
export interface ScopedSettings {
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The person who made the last change.
   */
  changed_by?: string | null;
  effective: Rules;
  own: Overrides;
  scope: Scope;
  /**
   * The version: every change raises it; 0 before the first change.
   */
  version: number;
}
/**
 * The body of `PUT /v1/mentions/seen`: you have looked at your mentions up to a moment.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SeeMentions".
 */
export interface SeeMentions {
  /**
   * The moment of the newest mention that you have looked at. The server only moves it forward,
   * and takes a moment in the future as now.
   */
  at: number;
}
/**
 * The body of `PUT /v1/settings`. A field left out keeps its value, `null` switches off.
 * The server passes over `changed_by` and `changed_at`, so that you can send back the
 * answer to `GET`; it refuses any other field that it does not know.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsChange".
 */
export interface SettingsChange {
  /**
   * How long a customer who waits in web chat may be silent before the engine ends the
   * conversation as abandoned, in seconds: 30 to 86,400; `null`: for ever.
   */
  abandon_after_seconds?: number | null;
  /**
   * How long an offer to take over waits for an answer, in seconds: 5 to 86,400.
   */
  assign_timeout_seconds?: number;
  /**
   * How long the customer may be silent before the engine resolves the conversation, in seconds:
   * 60 to 2,592,000.
   */
  auto_resolve_seconds?: number;
  /**
   * The reasons that the console offers for going away: up to 20.
   */
  away_reasons?: string[];
  /**
   * Whole messages by which a customer ends a conversation: up to 50.
   */
  closing_phrases?: string[];
  /**
   * How many people may take part in a conference, the customer included: 3 to 6.
   */
  conference_limit?: number;
  /**
   * How long a conference offer waits for an answer, in seconds: 5 to 86,400.
   */
  conference_timeout_seconds?: number;
  /**
   * How long an offer to discuss waits for an answer, in seconds: 5 to 86,400.
   */
  discuss_timeout_seconds?: number;
  /**
   * The dispositions that an agent can give a conversation after its end: up to 20; none: agents
   * may write any words.
   */
  dispositions?: string[];
  /**
   * The time within which a new conversation should get its first response, in seconds: 5 to
   * 86,400.
   */
  first_answer_target_seconds?: number;
  /**
   * How long before the end of `first_answer_target_seconds` the engine warns, in seconds: 1 to
   * 86,400, and less than `first_answer_target_seconds`.
   */
  first_answer_warning_seconds?: number;
  /**
   * Whether conversations stay with the team that had them. Off: an agent who reads the
   * customer's newest conversation reads all earlier ones, also those of other teams. On: only
   * the team of the queue, the agents who took part, and admins read an earlier one. Usual: off.
   */
  history_stays_with_team?: boolean;
  /**
   * The business hours; `null`: the business is always open.
   */
  hours?: Hours | null;
  /**
   * The labels that agents can put on conversations: up to 20.
   */
  labels?: Label[];
  mode?: Mode;
  /**
   * The message to customers who write outside business hours, once for each conversation: 1 to
   * 1,000 characters. Business hours need one.
   */
  off_hours_message?: string | null;
  /**
   * How long an owner may be offline before the owner's conversations go back to their queues,
   * in seconds: 10 to 86,400; `null`: the owner keeps them.
   */
  offline_requeue_after_seconds?: number | null;
  /**
   * The priority with which conversations begin: 0 to 9.
   */
  priority?: number;
  /**
   * The reasons that the console offers for a rejection: 1 to 20.
   */
  reject_reasons?: string[];
  /**
   * For how long after the end the customer's next message reopens the same conversation, in
   * seconds: 60 to 2,592,000; `null`: the message begins a new, linked one.
   */
  reopen_within_seconds?: number | null;
  /**
   * How long an owner may leave a customer without an answer before the conversation goes back
   * to its queue, in seconds: 30 to 86,400; `null`: for ever.
   */
  requeue_after_seconds?: number | null;
  /**
   * How long before the end of `requeue_after_seconds` the engine warns the owner, in seconds: 1
   * to 86,400, and less than `requeue_after_seconds`.
   */
  requeue_warning_seconds?: number;
  /**
   * The skills that an agent needs for a conversation: up to 20.
   */
  skills?: string[];
  /**
   * How long the engine waits for one member of a team, queue or skill before it asks the next,
   * in seconds: 5 to 3,600, and no longer than an offer to discuss or to take over waits.
   */
  step_timeout_seconds?: number;
  strategy?: Strategy;
  /**
   * The surveys that an owner can send to a customer: up to 10.
   */
  surveys?: Survey[];
  /**
   * The suggested tags, each of up to 40 characters: up to 100. Agents may use any other word,
   * too.
   */
  tags?: string[];
  /**
   * Whether a transfer to another queue keeps the conversation's priority.
   */
  transfer_keeps_priority?: boolean;
  /**
   * Whether a transfer to another queue keeps the time that the customer has waited.
   */
  transfer_keeps_wait?: boolean;
  transfer_mode?: TransferMode;
  /**
   * Whether agents may hand conversations to teams that have nothing to do with them.
   */
  transfer_outside_own_teams?: boolean;
  /**
   * The triggers that an owner can set off on the event bus: up to 20.
   */
  triggers?: string[];
  /**
   * The version that you have read.
   */
  version: number;
  /**
   * Origins of the pages that may open the web chat of a queue's accounts, such as
   * `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
   */
  web_origins?: string[];
  /**
   * The reasons that the console offers for a withdrawal: 1 to 20.
   */
  withdraw_reasons?: string[];
  wrap_up?: WrapUp;
  /**
   * How long a wrap-up lasts before the engine ends it, in seconds: 30 to 86,400; `null`: until
   * the agent marks it done.
   */
  wrap_up_limit_seconds?: number | null;
}
/**
 * One change of the settings, or of a record of the workspace.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsChanged".
 */
export interface SettingsChanged {
  /**
   * The moment of the change.
   */
  at: number;
  /**
   * The person who made the change.
   */
  by: string;
  /**
   * The fields that changed.
   */
  changes: FieldChange[];
  scope: Scope;
}
/**
 * The answer to `GET /v1/settings/changes?limit=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "SettingsLog".
 */
export interface SettingsLog {
  /**
   * The changes, newest first.
   */
  changes: SettingsChanged[];
}
/**
 * The answer to `GET /v1/direct`: the caller's own talks, newest first.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Talks".
 */
export interface Talks {
  /**
   * One talk for each colleague with whom the caller has exchanged messages.
   */
  talks: Talk[];
}
/**
 * The body of `PUT /v1/teams/{team}`. A field left out keeps its value; a new team needs a name.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TeamChange".
 */
export interface TeamChange {
  /**
   * The team's name: 1 to 40 characters, and no other team's.
   */
  name?: string;
  /**
   * `true`: the team becomes history. Its queues and the assets that it shares must be retired
   * or moved first.
   */
  retired?: boolean;
  /**
   * The version that you have read; 0 makes a new team.
   */
  version?: number;
}
/**
 * A team's record.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TeamRecord".
 */
export interface TeamRecord {
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * The team's id.
   */
  id: string;
  /**
   * The team's name.
   */
  name: string;
  /**
   * Whether the team is history.
   */
  retired?: boolean;
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * The body of `PUT /v1/templates/{asset}`: enters a template, changes it or retires it. Name and
 * language name the template; the same name in another language is another template.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TemplateChange".
 */
export interface TemplateChange {
  /**
   * The text: 1 to 1,024 characters. Values are numbered `{{1}}`, `{{2}}` … without a gap, or
   * all have names of `a-z 0-9 _`.
   */
  body: string;
  /**
   * The texts of the buttons: at most 10, each of 1 to 25 characters, without values.
   */
  buttons?: string[];
  category: TemplateCategory;
  /**
   * For each value, in order, a variable of canned messages (`first_name`, `attribute.Order` …)
   * from which clients fill the value, or nothing.
   */
  fills?: string[];
  /**
   * The line beneath the body: at most 60 characters, without values.
   */
  footer?: string | null;
  /**
   * The line above the body: at most 60 characters, with at most one value.
   */
  header?: string | null;
  /**
   * The language: `en`, `en_US`, `zh_CN` …
   */
  language: string;
  /**
   * The template's name: 1 to 512 of `a-z 0-9 _`.
   */
  name: string;
  status: TemplateStatus;
  /**
   * The version that you have read; 0 for a new template.
   */
  version: number;
}
/**
 * The answer to `GET /v1/templates?asset=`: the accounts of the caller's teams that carry
 * templates.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Templates".
 */
export interface Templates {
  /**
   * The accounts, by id.
   */
  accounts: Account[];
}
/**
 * The body of `POST /v1/assets/{asset}/test`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TestMessage".
 */
export interface TestMessage {
  /**
   * The text; WhatsApp takes one only within 24 hours after the person wrote. Without a text the
   * provider's own template for tests goes out (`hello_world`).
   */
  text?: string | null;
  /**
   * The address of the person who gets the message: for WhatsApp a phone number with the country
   * code.
   */
  to?: string;
}
/**
 * The answer to `POST /v1/assets/{asset}/test`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TestResult".
 */
export interface TestResult {
  /**
   * The provider's id of the message.
   */
  provider_id?: string | null;
  /**
   * The provider's reason for a refusal, in its words.
   */
  reason?: string | null;
  /**
   * Whether the provider took the message.
   */
  sent: boolean;
}
/**
 * The answer to `POST /v1/ws-ticket`, and a part of the answer to `POST /v1/visitors/ticket`: a
 * ticket opens one socket, once, within 30 seconds, as `wss://…?ticket=<ticket>`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Ticket".
 */
export interface Ticket {
  /**
   * The moment at which the ticket lapses.
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
 * The address for the bytes of an announced file. The server deletes an unused upload after 24
 * hours.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Upload".
 */
export interface Upload {
  /**
   * The moment until which the address accepts the bytes.
   */
  expires: number;
  /**
   * The headers of the request that sends the bytes, to the letter.
   */
  headers: HeaderLine[];
  /**
   * The upload's id: the `reference` of the message or comment that will hold the file.
   */
  id: string;
  /**
   * The HTTP method of the request that sends the bytes.
   */
  method: string;
  /**
   * The address to which the client sends the bytes, and nothing else with them.
   */
  url: string;
}
/**
 * The answer to `POST /v1/uploads/{upload}/complete`, where the bytes match the announcement.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Uploaded".
 */
export interface Uploaded {
  media: Media;
}
/**
 * The answer to `POST /v1/visitors`. Keep the token: it is the visitor's identity on this asset
 * for 30 days.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Visitor".
 */
export interface Visitor {
  /**
   * The moment at which the token lapses.
   */
  expires: number;
  /**
   * The bearer token for `POST /v1/visitors/ticket`, which also answers with a fresh one.
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
   * The earlier message that this one answers, or on which its emoji sits.
   */
  about?: VisitorQuote | null;
  /**
   * The moment at which the message was written.
   */
  at: number;
  /**
   * The first name of the agent who wrote the message; absent where no agent did.
   */
  by?: string | null;
  /**
   * The answers that the visitor can choose from, by one press; `content` holds the question
   * alone. The visitor may also write the number of a choice, its words, or anything else.
   */
  choices?: Choice[];
  /**
   * In a visitor's message: the value of the choice that the visitor took, pressed or written,
   * among the last choices before it.
   */
  chosen?: string | null;
  /**
   * The id of the visitor's own command, by which a client recognises its message.
   */
  command?: string | null;
  /**
   * The content; absent for `note`.
   */
  content?: Content | null;
  from: VisitorSide;
  /**
   * The message's number, from 1, without gaps.
   */
  number: number;
  /**
   * Whether the message's text is shorter than the sender's.
   */
  shortened?: boolean;
}
/**
 * An earlier message, in one line.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorQuote".
 */
export interface VisitorQuote {
  /**
   * The side that wrote the earlier message.
   */
  from?: VisitorSide | null;
  /**
   * The earlier message's number; absent: the server does not know the message.
   */
  number?: number | null;
  /**
   * One line of the earlier message.
   */
  text?: string;
}
export interface VisitorPushRefused {
  type: 'refused';
}
/**
 * The answer to `POST /v1/visitors/ticket`: a ticket that opens one socket, and a renewed token.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorTicket".
 */
export interface VisitorTicket {
  /**
   * Present if nobody can serve the visitor now: the visitor may leave a message (`write` with
   * `reach`).
   */
  away?: Away | null;
  /**
   * The moment at which the ticket lapses.
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
/**
 * The answer to `GET /v1/workspace`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Workspace".
 */
export interface Workspace {
  /**
   * The agents, by id; those who have left among them.
   */
  agents: AgentRecord[];
  /**
   * The assets, by id.
   */
  assets: AssetRecord[];
  /**
   * The queues, by id.
   */
  queues: QueueRecord[];
  /**
   * The teams, by id; retired ones among them, as in every list here.
   */
  teams: TeamRecord[];
  workspace: WorkspaceRecord;
}
/**
 * The workspace's own record.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "WorkspaceRecord".
 */
export interface WorkspaceRecord {
  /**
   * The moment of the last change.
   */
  changed_at?: number | null;
  /**
   * The admin or manager who made the last change.
   */
  changed_by?: string | null;
  /**
   * Whether an admin put the checklist of the first steps away.
   */
  checklist_hidden: boolean;
  /**
   * The business's name; empty before an admin gave one.
   */
  name: string;
  /**
   * The version: every change raises it, and a `PUT` names the one that the client has read.
   */
  version: number;
}
/**
 * The body of `PUT /v1/workspace`. A field left out keeps its value.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "WorkspaceChange".
 */
export interface WorkspaceChange {
  /**
   * Whether to put the checklist of the first steps away.
   */
  checklist_hidden?: boolean;
  /**
   * The business's name: 1 to 40 characters.
   */
  name?: string;
  /**
   * The version that you have read.
   */
  version?: number;
}
