/* Generated from docs/protocol/schema.json by `npm run generate`. Do not edit. */

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
 * Where a chat stands, for the visitor.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ChatState".
 */
export type ChatState = 'new' | 'waiting' | 'open' | 'ended';
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
       * For the record, at most 1,000 characters.
       */
      note?: string | null;
      type: 'resolve';
    }
  | {
      /**
       * In words, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * The colleague's id.
       */
      to: Target;
      all?: boolean;
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
      mode?: OfferMode;
      /**
       * For who takes it, at most 1,000 characters.
       */
      note?: string | null;
      to: Target;
      type: 'transfer';
    }
  | {
      /**
       * In words, at most 1,000 characters.
       */
      note?: string | null;
      /**
       * The colleague's id.
       */
      to: Target;
      all?: boolean;
      discussion?: string | null;
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
       * Whether the question was answered.
       */
      resolved: boolean;
      outcomes?: Outcome[];
      type: 'end_discussion';
    }
  | {
      /**
       * Which.
       */
      discussion: string;
      type: 'leave_discussion';
    }
  | { type: 'send_survey'; survey: string }
  | { type: 'trigger'; trigger: string; note?: string | null }
  | { type: 'done'; disposition?: string | null; note?: string | null }
  | { type: 'prioritise'; priority: number }
  | { type: 'require'; skills: string[] }
  | { type: 'release_expert'; discussion: string; outcome: Outcome }
  | { type: 'promote'; discussion: string; agent?: string | null; into: Promotion }
  | { type: 'confer'; to: Target; all?: boolean; note?: string | null }
  | { type: 'leave_conference' }
  | { type: 'remove_guest'; agent: string }
  | { type: 'monitor'; mode: MonitorMode }
  | { type: 'stop_monitoring' }
  | { type: 'coach'; text: string };
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
       * The provider's id of the file.
       */
      reference: string;
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
       * Values for its placeholders, in order.
       */
      parameters?: string[];
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
 * How a transfer happens.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferMode".
 */
export type OfferMode = 'immediate' | 'offer';
/**
 * Where a conversation goes.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "TransferTarget".
 */
export type Target =
  | { agent: string }
  | { manager: string }
  | { team: string }
  | { skill: string }
  | { queue: string };
/**
 * What an offer asks.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferKind".
 */
export type OfferKind = 'assign' | 'discuss' | 'conference';
/**
 * How an agent came by a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Origin".
 */
export type Origin =
  | 'picked'
  | 'transfer'
  | 'manager'
  | 'offer'
  | 'auto'
  | 'api'
  | 'conference'
  | 'reopened';
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
      content: Content;
      /**
       * When, by the provider's clock.
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
       * Its text.
       */
      text: string;
      type: 'comment';
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
      cause: RequeueCause;
      type: 'requeued';
    }
  | {
      /**
       * Which.
       */
      address: string;
      type: 'identity_changed';
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
       * When it lapses.
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
      /**
       * Who is asked.
       */
      to: string[];
      target: Target;
      all?: boolean;
      discussion?: string | null;
      deadline: number;
      type: 'offer_made';
    }
  | {
      /**
       * The offer.
       */
      offer: string;
      /**
       * Why.
       */
      reason?: string | null;
      status: OfferStatus;
      by?: string | null;
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
      outcome?: Outcome | null;
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
       * Whether the question was answered, as the initiator said.
       */
      resolved?: boolean | null;
      outcomes?: Outcome[];
      type: 'discussion_ended';
    }
  | { type: 'reopened' }
  | { type: 'off_hours' }
  | { type: 'auto_reply'; content: Content }
  | { type: 'survey_sent'; survey: string }
  | { type: 'survey_answered'; survey: string; answer: string }
  | { type: 'triggered'; trigger: string; note?: string | null }
  | (Routing & { type: 'routed' })
  | { type: 'prioritised'; priority: number }
  | { type: 'required'; skills: string[] }
  | { type: 'first_answer_due'; late: boolean }
  | { type: 'requeue_ahead'; at: number }
  | {
      type: 'wrapped_up';
      conversation: string;
      agent: string;
      disposition?: string | null;
      note?: string | null;
    }
  | {
      type: 'offer_passed';
      offer: string;
      agent: string;
      status: OfferStatus;
      reason?: string | null;
    }
  | { type: 'offer_moved'; offer: string; to: string; expires: number }
  | { type: 'conference_joined'; agent: string }
  | { type: 'conference_left'; agent: string }
  | { type: 'monitoring'; agent: string; mode?: MonitorMode | null }
  | { type: 'coach_line'; text: string };
/**
 * How far a message to the customer got. A message without any is pending.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "DeliveryStatus".
 */
export type DeliveryStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';
/**
 * Who or what resolved a conversation.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ResolvedBy".
 */
export type ResolvedBy = 'agent' | 'inactivity' | 'closing_phrase';
/**
 * The life of an offer: pending, then exactly one of the others.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "OfferStatus".
 */
export type OfferStatus =
  'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'timed_out' | 'rescinded';
/**
 * How a discussion came to end.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "EndCause".
 */
export type EndCause = 'ended' | 'left' | 'transferred' | 'promoted' | 'conversation_ended';
export type RequeueCause = 'transferred' | 'unanswered' | 'owner_offline';
export type Promotion = 'transfer' | 'conference';
export type MonitorMode = 'silent' | 'coach' | 'barge';
export type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';
export type Excluded = 'offline' | 'away' | 'full' | 'lacks_skill' | 'tried' | 'involved';
export type Decider = 'nobody' | 'only_one' | 'load' | 'idle' | 'turn' | 'id';

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
    }
  | (CommandFrame & {
      action: 'messaging';
    })
  | (CommandFrame & {
      action: 'assignment';
    })
  | (CommandFrame & {
      action: 'transfer';
    })
  | (CommandFrame & {
      action: 'discuss';
    });
/**
 * What an agent can say of their presence; offline is what the server sees.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceChoice".
 */
export type PresenceChoice = 'available' | 'away';
/**
 * A frame to an agent's client. Clients skip types they do not know.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Push".
 */
export type Push =
  | {
      /**
       * Your colleagues, you included.
       */
      agents: Agent[];
      /**
       * The threads that concern you. Drop any other.
       */
      following: string[];
      me: Agent;
      /**
       * The server's clock.
       */
      now: number;
      /**
       * The queues of your teams, with what waits in them.
       */
      queues: Queue[];
      settings: Settings;
      type: 'welcome';
      /**
       * The version of this contract.
       */
      version: number;
    }
  | {
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
      type: 'ack';
    }
  | (Refused & {
      type: 'refused';
    });
/**
 * What a visitor can do.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorCommand".
 */
export type VisitorCommand =
  | {
      /**
       * The text, at most 4,096 characters.
       */
      text: string;
      type: 'write';
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
      action: 'messaging';
      command: VisitorCommand;
      /**
       * Made by the client, 8 to 64 printable characters. A repeated one has no second effect.
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
       * The messages after the client's position, oldest first.
       */
      messages: VisitorMessage[];
      /**
       * The server's clock.
       */
      now: number;
      /**
       * The newest message number.
       */
      position: number;
      state: ChatState;
      type: 'chat';
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
  | (Refused & {
      type: 'refused';
    });

export interface Switchboard {
  [k: string]: unknown;
}
/**
 * A colleague.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Agent".
 */
export interface Agent {
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
   * Their teams.
   */
  teams: string[];
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
   * the first answer and has no second effect.
   */
  id: string;
  /**
   * The newest entry of the thread that the client knows. Optional; lets the server answer
   * with one read less.
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
   * Their address on the channel.
   */
  address: string;
  /**
   * The contact's id.
   */
  id: string;
  /**
   * Their name as the channel gave it; may be empty.
   */
  name: string;
}
/**
 * A conversation as it stands after entry `seq` of its thread.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Conversation".
 */
export interface Conversation {
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
   * `<thread>-<number>`.
   */
  id: string;
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
   * The newest entry. Entries of a thread are numbered densely from 1.
   */
  seq: number;
  status: Status;
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
  skills: string[];
  front: boolean;
  answered_at?: number | null;
  first_answer_due: number;
  requeue_at?: number | null;
  guests: string[];
  monitors: Monitor[];
  wrap_ups: WrapUp[];
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
 * A pending offer.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Offer".
 */
export interface Offer {
  /**
   * When it lapses, by the server's clock.
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
   * Who is asked.
   */
  to: string[];
  target: Target;
  all: boolean;
  tried: string[];
  discussion?: string | null;
  deadline: number;
}
/**
 * A conversation in a list. Written a moment after the fact; the thread is the truth.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "ConversationCard".
 */
export interface ConversationCard {
  /**
   * `whatsapp`, `web` …
   */
  channel: string;
  /**
   * `<thread>-<number>`.
   */
  id: string;
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
   * The queue.
   */
  queue: string;
  status: Status;
  /**
   * The newest message, cut to 120 characters.
   */
  summary: string;
  /**
   * When something last happened.
   */
  updated_at: number;
}
/**
 * `GET /v1/conversations/{conversation}`: the conversation with its newest entries.
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
}
/**
 * `GET /v1/conversations?status=&queue=&owner=&cursor=`: newest first.
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
 * The permanent record of one offer and what became of it.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagement".
 */
export interface Engagement {
  /**
   * The conversation.
   */
  conversation: string;
  /**
   * When it was made.
   */
  created_at: number;
  /**
   * When it was accepted, rejected, withdrawn, rescinded or timed out.
   */
  decided_at?: number | null;
  /**
   * How it came to end.
   */
  end_cause?: EndCause | null;
  /**
   * When its discussion ended.
   */
  ended_at?: number | null;
  /**
   * Who ended the discussion.
   */
  ended_by?: string | null;
  /**
   * When it would have lapsed.
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
   * In words.
   */
  note?: string | null;
  /**
   * The initiator's closing note.
   */
  outcome_note?: string | null;
  /**
   * Why it was rejected or withdrawn.
   */
  reason?: string | null;
  /**
   * Whether the question was answered, as the initiator said.
   */
  resolved?: boolean | null;
  status: OfferStatus;
  /**
   * Who was asked.
   */
  to: string[];
  target: Target;
  all: boolean;
  tried: Tried[];
  discussion?: string | null;
  version: number;
  offered_at: number;
  deadline: number;
  decided_by?: string | null;
  load?: Load | null;
  wait_ms?: number | null;
  reason_code?: string | null;
  talk_ms?: number | null;
  messages?: number | null;
  promoted_to?: Promotion | null;
}
/**
 * `GET /v1/conversations/{conversation}/engagements` and `GET /v1/engagements?agent=`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Engagements".
 */
export interface Engagements {
  /**
   * The records, newest first.
   */
  engagements: Engagement[];
  cursor?: string | null;
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
   * The visitor's name, if they gave one; at most 40 characters.
   */
  name?: string | null;
}
/**
 * `PUT /v1/me/presence`.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "PresenceBody".
 */
export interface PresenceBody {
  presence: PresenceChoice;
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
 * An expected "no". Nothing has changed.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Refused".
 */
export interface Refused {
  /**
   * The agent who was faster, who was asked already, who owns it …
   */
  agent?: string | null;
  /**
   * A stable code; the list stands in the reference.
   */
  code: string;
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
   * The end state that the command lost to.
   */
  status?: string | null;
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
   * `whatsapp`, `web` …
   */
  channel: string;
  /**
   * Which conversation.
   */
  conversation: string;
  /**
   * The customer's name.
   */
  name: string;
  /**
   * Higher is served first.
   */
  priority: number;
  /**
   * Since when it waits.
   */
  since: number;
  /**
   * What the customer wrote first, cut to 120 characters.
   */
  summary: string;
}
/**
 * `GET /v1/settings` and `PUT /v1/settings` (admins only).
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
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
   * How long a discuss offer waits for an answer, in seconds: 5 to 86,400. Section
   * Assign/Discuss.
   */
  discuss_timeout_seconds: number;
  /**
   * What a colleague can choose from when rejecting.
   */
  reject_reasons: string[];
  /**
   * Goes up with every change; `PUT` must give the one it has read.
   */
  version: number;
  /**
   * What can be chosen from when withdrawing.
   */
  withdraw_reasons: string[];
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
}
/**
 * `POST /v1/visitors/ticket`: opens one socket, and renews the token.
 *
 * This interface was referenced by `Switchboard`'s JSON-Schema
 * via the `definition` "VisitorTicket".
 */
export interface VisitorTicket {
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
  visitor: Visitor;
}

export interface Monitor {
  agent: string;
  mode: MonitorMode;
}
export interface WrapUp {
  conversation: string;
  agent: string;
  mandatory: boolean;
}
export interface Outcome {
  agent: string;
  resolved: boolean;
  note?: string | null;
}
export interface Load {
  open: number;
  capacity: number;
}
export interface Routing {
  strategy: Strategy;
  chosen?: string | null;
  weighed: Weighed[];
  more: number;
  decided_by: Decider;
}
export interface Weighed {
  agent: string;
  open: number;
  capacity: number;
  idle_since?: number | null;
  excluded?: Excluded | null;
}
export interface Tried {
  agent: string;
  at: number;
  status: OfferStatus;
  reason?: string | null;
  reason_code?: string | null;
  load?: Load | null;
}
export interface BulkTransfer {
  id: string;
  conversations: string[];
  to: Target;
  mode?: OfferMode;
  note?: string | null;
}
export interface BulkResult {
  results: BulkItem[];
}
export interface BulkItem {
  conversation: string;
  seq?: number | null;
  error?: Refused | null;
}
