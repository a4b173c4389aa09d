/* Generated from docs/protocol/openapi.json by `npm run generate`. Do not edit. */
import type * as protocol from './protocol';

export interface paths {
  "/v1/agents": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Everybody, with presence and load, and whom something can be asked of */
      get: operations["listAgents"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/agents/{agent}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Change a colleague's record (admins; managers within their teams), or invite a colleague (admins) */
      put: operations["putAgent"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/agents/{agent}/presence": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** When others set an agent's presence, newest first */
      get: operations["listPresenceChanges"];
      /** Let a colleague take work, or not (managers of their team, admins) */
      put: operations["setAgentPresence"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/agents/import": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Invite and change many agents by a table (admins) */
      post: operations["importAgents"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/assets/{asset}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** An asset's connection to its provider (admins) */
      get: operations["getAsset"];
      /** Make, change or retire an asset (admins) */
      put: operations["putAsset"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/assets/{asset}/check": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Ask the provider how an asset stands (admins, no programs) */
      post: operations["checkAsset"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/assets/{asset}/secrets": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Enter what an asset's provider needs (admins, no programs) */
      put: operations["putAssetSecrets"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/assets/{asset}/test": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Send a test message to a person (admins, no programs) */
      post: operations["testAsset"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/board": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The work of a team as it stands (managers and admins) */
      get: operations["getBoard"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/canned": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Canned messages, by category and title */
      get: operations["listCanned"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/canned/{canned}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Make or change a canned message (managers and admins) */
      put: operations["putCanned"];
      post?: never;
      /** Remove a canned message (managers and admins) */
      delete: operations["deleteCanned"];
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/commands": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Carry out a command */
      post: operations["sendCommand"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/contacts/{contact}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A customer, over all channels */
      get: operations["getContact"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      /** Change a customer's name, e-mail address, numbers or attributes */
      patch: operations["patchContact"];
      trace?: never;
  };
  "/v1/contacts/{contact}/conversations": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A customer's conversations, over all channels, newest first */
      get: operations["listContactConversations"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/conversations": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Conversations that you own or of your teams' queues, newest first */
      get: operations["listConversations"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/conversations/{conversation}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A conversation as it stands, with its newest entries */
      get: operations["getConversation"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/conversations/{conversation}/engagements": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The offers made in a conversation, and what became of them */
      get: operations["listConversationEngagements"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/conversations/{conversation}/entries": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Entries of a conversation's thread, oldest first */
      get: operations["listEntries"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/conversations/{conversation}/routing": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** How the engine chose in a conversation's thread, newest first */
      get: operations["listRoutings"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/direct": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Your direct talks with colleagues, newest first */
      get: operations["listTalks"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/direct/{agent}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Messages of your direct talk with a colleague, oldest first */
      get: operations["listDirectMessages"];
      put?: never;
      /** Write to a colleague, outside any conversation */
      post: operations["sendDirect"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/direct/{agent}/read": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Say up to which message you have read a direct talk */
      put: operations["readDirect"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/drafts": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Your drafts, newest first */
      get: operations["listDrafts"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/engagements": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The offers that an agent made or got, or those of a period */
      get: operations["listEngagements"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/keys": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The keys of the API (admins) */
      get: operations["listKeys"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/keys/{key}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Make, change or revoke a key of the API (admins, no programs) */
      put: operations["putKey"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/keys/{key}/rotate": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Give a key of the API another token (admins, no programs) */
      post: operations["rotateKey"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/me": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Who you are */
      get: operations["getMe"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/me/presence": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Take work, or do not */
      put: operations["setPresence"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/media/{media}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A link to a file, good for 10 minutes */
      get: operations["getMedia"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/mentions": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Remarks in which you are mentioned, newest first */
      get: operations["listMentions"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/mentions/seen": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Say up to when you have looked at your mentions */
      put: operations["seeMentions"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/preferences": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** How you like the console */
      get: operations["getPreferences"];
      /** Change how you like the console */
      put: operations["putPreferences"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/queues": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The queues of your teams, with what waits in them */
      get: operations["listQueues"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/queues/{queue}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** One queue of your teams */
      get: operations["getQueue"];
      /** Make, change or retire a queue (admins) */
      put: operations["putQueue"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/settings": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** What is set for the workspace */
      get: operations["getSettings"];
      /** Change what is set for the workspace (admins only) */
      put: operations["putSettings"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/settings/changes": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Who changed which setting or record, newest first (managers and admins) */
      get: operations["listSettingsChanges"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/settings/queues/{queue}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** What is set for a queue */
      get: operations["getQueueSettings"];
      /** Change what is set for a queue (admins; managers of its team) */
      put: operations["putQueueSettings"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/settings/teams/{team}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** What is set for a team's queues */
      get: operations["getTeamSettings"];
      /** Change what is set for a team's queues (admins; managers of the team) */
      put: operations["putTeamSettings"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/sign-out": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** End your sessions, in every browser */
      post: operations["signOut"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/teams/{team}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Make, change or retire a team (admins) */
      put: operations["putTeam"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/templates": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** Templates of your teams' accounts, by name and language */
      get: operations["listTemplates"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/templates/{asset}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      /** Enter, change or retire a template (admins) */
      put: operations["putTemplate"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/transfers": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Hand several conversations on, each by itself */
      post: operations["transferSeveral"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/uploads": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Announce a file for a message or a comment */
      post: operations["createUpload"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/uploads/{upload}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      post?: never;
      /** Take a file back that no message or comment holds */
      delete: operations["deleteUpload"];
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/uploads/{upload}/complete": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Have a file looked at that was handed in */
      post: operations["completeUpload"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/visitors": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Begin a web chat */
      post: operations["createVisitor"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/visitors/media/{media}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A link to a file of the visitor's own chat, good for 10 minutes */
      get: operations["getVisitorMedia"];
      put?: never;
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/visitors/ticket": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** A ticket that opens one visitors' socket, and a fresh token */
      post: operations["createVisitorTicket"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/visitors/uploads": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Announce a visitor's file */
      post: operations["createVisitorUpload"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/visitors/uploads/{upload}/complete": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** Have a visitor's file looked at */
      post: operations["completeVisitorUpload"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/workspace": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** The records of the workspace (managers and admins) */
      get: operations["getWorkspace"];
      /** Name the workspace, or put its checklist away (admins) */
      put: operations["putWorkspace"];
      post?: never;
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/v1/ws-ticket": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      get?: never;
      put?: never;
      /** A ticket that opens one agents' socket */
      post: operations["createTicket"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
  "/webhooks/{channel}/{asset}": {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      /** A provider's handshake */
      get: operations["verifyWebhook"];
      put?: never;
      /** What a provider reports */
      post: operations["receiveWebhook"];
      delete?: never;
      options?: never;
      head?: never;
      patch?: never;
      trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
      Access: protocol.Access;
      Account: protocol.Account;
      Act: protocol.Act;
      Agent: protocol.Agent;
      AgentChange: protocol.AgentChange;
      AgentRecord: protocol.AgentRecord;
      Agents: protocol.Agents;
      AgentsImport: protocol.AgentsImport;
      Answered: protocol.Answered;
      ApiKey: protocol.ApiKey;
      ApiKeyChange: protocol.ApiKeyChange;
      ApiKeyRotation: protocol.ApiKeyRotation;
      ApiKeys: protocol.ApiKeys;
      ApiToken: protocol.ApiToken;
      AssetChange: protocol.AssetChange;
      AssetCheck: protocol.AssetCheck;
      AssetConnection: protocol.AssetConnection;
      AssetField: protocol.AssetField;
      AssetHealth: protocol.AssetHealth;
      AssetRecord: protocol.AssetRecord;
      AssetSecretsChange: protocol.AssetSecretsChange;
      Attention: protocol.Attention;
      Away: protocol.Away;
      Board: protocol.Board;
      BoardAgent: protocol.BoardAgent;
      BoardOffer: protocol.BoardOffer;
      BoardQueue: protocol.BoardQueue;
      BulkItem: protocol.BulkItem;
      BulkResult: protocol.BulkResult;
      BulkTransfer: protocol.BulkTransfer;
      Candidate: protocol.Candidate;
      Canned: protocol.Canned;
      CannedChange: protocol.CannedChange;
      CannedMessages: protocol.CannedMessages;
      ChatState: protocol.ChatState;
      Choice: protocol.Choice;
      Code: protocol.Code;
      Colour: protocol.Colour;
      Command: protocol.Command;
      CommandFrame: protocol.CommandFrame;
      Contact: protocol.Contact;
      ContactCard: protocol.ContactCard;
      ContactChange: protocol.ContactChange;
      ContactProfile: protocol.ContactProfile;
      Content: protocol.Content;
      Contrast: protocol.Contrast;
      Conversation: protocol.Conversation;
      ConversationCard: protocol.ConversationCard;
      Conversations: protocol.Conversations;
      ConversationWithEntries: protocol.ConversationWithEntries;
      Decider: protocol.Decider;
      DeliveryStatus: protocol.DeliveryStatus;
      Density: protocol.Density;
      DirectMessage: protocol.DirectMessage;
      DirectMessages: protocol.DirectMessages;
      DirectRead: protocol.DirectRead;
      DirectSent: protocol.DirectSent;
      Discarded: protocol.Discarded;
      Discussion: protocol.Discussion;
      Done: protocol.Done;
      Draft: protocol.Draft;
      DraftMode: protocol.DraftMode;
      Drafts: protocol.Drafts;
      EndCause: protocol.EndCause;
      Engagement: protocol.Engagement;
      Engagements: protocol.Engagements;
      Entries: protocol.Entries;
      Entry: protocol.Entry;
      Event: protocol.Event;
      Excluded: protocol.Excluded;
      Fate: protocol.Fate;
      FetchedFile: protocol.FetchedFile;
      FieldChange: protocol.FieldChange;
      FileEnd: protocol.FileEnd;
      FileRefusal: protocol.FileRefusal;
      FileRule: protocol.FileRule;
      Finding: protocol.Finding;
      FindingState: protocol.FindingState;
      FormAnswer: protocol.FormAnswer;
      Forwarded: protocol.Forwarded;
      Frame: protocol.Frame;
      HeaderLine: protocol.HeaderLine;
      Hours: protocol.Hours;
      Identity: protocol.Identity;
      ImportReport: protocol.ImportReport;
      ImportRow: protocol.ImportRow;
      IssuedKey: protocol.IssuedKey;
      Label: protocol.Label;
      Load: protocol.Load;
      MailFile: protocol.MailFile;
      Media: protocol.Media;
      MediaLink: protocol.MediaLink;
      Medium: protocol.Medium;
      Mention: protocol.Mention;
      Mentions: protocol.Mentions;
      MentionsSeen: protocol.MentionsSeen;
      Mode: protocol.Mode;
      Monitor: protocol.Monitor;
      MonitorMode: protocol.MonitorMode;
      NewDirect: protocol.NewDirect;
      NewUpload: protocol.NewUpload;
      NewVisitor: protocol.NewVisitor;
      NewVisitorUpload: protocol.NewVisitorUpload;
      Offer: protocol.Offer;
      OfferKind: protocol.OfferKind;
      OfferStatus: protocol.OfferStatus;
      OpenWrapUp: protocol.OpenWrapUp;
      OrderItem: protocol.OrderItem;
      Origin: protocol.Origin;
      Outcome: protocol.Outcome;
      Overrides: protocol.Overrides;
      Party: protocol.Party;
      Placeholder: protocol.Placeholder;
      Preferences: protocol.Preferences;
      Presence: protocol.Presence;
      PresenceBody: protocol.PresenceBody;
      PresenceChange: protocol.PresenceChange;
      PresenceChanges: protocol.PresenceChanges;
      PresenceChoice: protocol.PresenceChoice;
      Problem: protocol.Problem;
      Promotion: protocol.Promotion;
      Push: protocol.Push;
      Queue: protocol.Queue;
      QueueChange: protocol.QueueChange;
      QueuePlace: protocol.QueuePlace;
      QueueRecord: protocol.QueueRecord;
      Queues: protocol.Queues;
      Referral: protocol.Referral;
      Refused: protocol.Refused;
      Relation: protocol.Relation;
      RequeueCause: protocol.RequeueCause;
      ResolvedBy: protocol.ResolvedBy;
      Role: protocol.Role;
      Routing: protocol.Routing;
      RoutingAt: protocol.RoutingAt;
      Routings: protocol.Routings;
      Rules: protocol.Rules;
      Scope: protocol.Scope;
      ScopedChange: protocol.ScopedChange;
      ScopedSettings: protocol.ScopedSettings;
      SeeMentions: protocol.SeeMentions;
      SendKey: protocol.SendKey;
      SetAside: protocol.SetAside;
      Settings: protocol.Settings;
      SettingsChange: protocol.SettingsChange;
      SettingsChanged: protocol.SettingsChanged;
      SettingsLog: protocol.SettingsLog;
      Shift: protocol.Shift;
      Shortened: protocol.Shortened;
      Side: protocol.Side;
      Sort: protocol.Sort;
      Status: protocol.Status;
      Strategy: protocol.Strategy;
      Survey: protocol.Survey;
      Talk: protocol.Talk;
      Talks: protocol.Talks;
      Target: protocol.Target;
      TargetAct: protocol.TargetAct;
      Team: protocol.Team;
      TeamChange: protocol.TeamChange;
      TeamRecord: protocol.TeamRecord;
      Template: protocol.Template;
      TemplateCategory: protocol.TemplateCategory;
      TemplateChange: protocol.TemplateChange;
      TemplatePart: protocol.TemplatePart;
      Templates: protocol.Templates;
      TemplateStatus: protocol.TemplateStatus;
      TestMessage: protocol.TestMessage;
      TestResult: protocol.TestResult;
      Theme: protocol.Theme;
      Thumbnail: protocol.Thumbnail;
      Ticket: protocol.Ticket;
      Today: protocol.Today;
      ToWhom: protocol.ToWhom;
      TransferMode: protocol.TransferMode;
      Tried: protocol.Tried;
      Trouble: protocol.Trouble;
      Unreadable: protocol.Unreadable;
      Upload: protocol.Upload;
      Uploaded: protocol.Uploaded;
      UploadPurpose: protocol.UploadPurpose;
      Visitor: protocol.Visitor;
      VisitorCommand: protocol.VisitorCommand;
      VisitorFrame: protocol.VisitorFrame;
      VisitorMessage: protocol.VisitorMessage;
      VisitorPush: protocol.VisitorPush;
      VisitorQuote: protocol.VisitorQuote;
      VisitorSide: protocol.VisitorSide;
      VisitorTicket: protocol.VisitorTicket;
      Week: protocol.Week;
      Weighed: protocol.Weighed;
      Workspace: protocol.Workspace;
      WorkspaceChange: protocol.WorkspaceChange;
      WorkspaceRecord: protocol.WorkspaceRecord;
      WrapUp: protocol.WrapUp;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAgents: {
      parameters: {
          query?: {
              act?: components["schemas"]["TargetAct"];
              conversation?: string;
              discussion?: string;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agents"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putAgent: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["AgentChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "target_is_self" | "email_invalid" | "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range" | "unknown_record";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "name_taken" | "email_taken" | "last_admin";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listPresenceChanges: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["PresenceChanges"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  setAgentPresence: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["PresenceBody"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_too_long" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "target_unavailable";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "busy" | "unavailable";
                      };
                  };
              };
          };
      };
  };
  importAgents: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["AgentsImport"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ImportReport"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getAsset: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["AssetConnection"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putAsset: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["AssetChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["AssetRecord"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range" | "unknown_record";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "name_taken" | "account_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  checkAsset: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["AssetCheck"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putAssetSecrets: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["AssetSecretsChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["AssetConnection"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  testAsset: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["TestMessage"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["TestResult"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getBoard: {
      parameters: {
          query?: {
              team?: string;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Board"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listCanned: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["CannedMessages"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putCanned: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              canned: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["CannedChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Canned"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "text_too_long" | "unknown_variable" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "canned_full" | "version_conflict" | "settings_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  deleteCanned: {
      parameters: {
          query: {
              version: number;
          };
          header?: never;
          path: {
              canned: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Canned"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  sendCommand: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["CommandFrame"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Done"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "target_is_self" | "unknown_target" | "not_a_group" | "which_expert" | "not_expert" | "unknown_disposition" | "unknown_choice" | "phone_invalid" | "email_invalid" | "unknown_label" | "cannot_mention" | "out_of_range" | "text_missing" | "text_too_long" | "content_not_supported" | "file_kind_refused" | "file_too_large" | "unknown_template" | "unknown_language" | "parameter_missing" | "too_many_parameters" | "parameter_invalid" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "not_owner" | "consulting" | "not_offer_target" | "not_offer_initiator" | "transfer_not_allowed" | "not_member" | "not_initiator" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "already_taken" | "at_capacity" | "conversation_closed" | "still_queued" | "offer_closed" | "offer_pending" | "too_many_offers" | "too_many_discussions" | "target_empty" | "nobody_available" | "target_in_conference" | "conference_full" | "not_in_conference" | "no_successor" | "too_many_experts" | "already_involved" | "too_many_monitors" | "not_monitoring" | "nobody_coaches" | "nothing_to_wrap_up" | "cannot_undo" | "too_many_tags" | "too_many_labels" | "target_unavailable" | "target_full" | "target_is_owner" | "target_consults" | "discussion_ended" | "discussion_running" | "initiator_cannot_leave" | "content_mismatch" | "upload_missing" | "template_not_approved" | "window_closed" | "no_quotes" | "message_unknown" | "opted_out" | "not_failed" | "id_reused";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests" | "outbox_full";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "busy" | "unavailable";
                      };
                  };
              };
          };
      };
  };
  getContact: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              contact: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ContactProfile"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  patchContact: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              contact: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["ContactChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ContactProfile"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "phone_invalid" | "email_invalid" | "out_of_range" | "text_missing" | "text_too_long" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listContactConversations: {
      parameters: {
          query?: {
              cursor?: string;
              limit?: number;
          };
          header?: never;
          path: {
              contact: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Conversations"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listConversations: {
      parameters: {
          query?: {
              channel?: string[];
              cursor?: string;
              from?: string | number;
              label?: string[];
              limit?: number;
              owner?: string[];
              q?: string;
              queue?: string[];
              status?: components["schemas"]["Status"][];
              tag?: string[];
              to?: string | number;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Conversations"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "text_too_long" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getConversation: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              conversation: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ConversationWithEntries"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listConversationEngagements: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              conversation: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Engagements"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listEntries: {
      parameters: {
          query?: {
              after?: number;
              before?: number;
              discussion?: string;
              limit?: number;
          };
          header?: never;
          path: {
              conversation: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Entries"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listRoutings: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              conversation: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Routings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listTalks: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Talks"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listDirectMessages: {
      parameters: {
          query?: {
              before?: number;
              limit?: number;
          };
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["DirectMessages"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "target_is_self" | "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  sendDirect: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["NewDirect"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["DirectSent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "target_is_self" | "unknown_target" | "text_missing" | "text_too_long" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "id_reused";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "busy" | "unavailable";
                      };
                  };
              };
          };
      };
  };
  readDirect: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              agent: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["DirectRead"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Talk"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listDrafts: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Drafts"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listEngagements: {
      parameters: {
          query?: {
              agent?: string;
              cursor?: string;
              from?: string | number;
              kind?: ("assign" | "discuss" | "conference")[];
              limit?: number;
              outcome?: "resolved" | "unresolved";
              status?: ("pending" | "accepted" | "rejected" | "withdrawn" | "timed_out" | "rescinded")[];
              to?: string | number;
              undone?: boolean;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Engagements"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listKeys: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ApiKeys"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putKey: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              key: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["ApiKeyChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["IssuedKey"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range" | "unknown_record";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "settings_conflict" | "name_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  rotateKey: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              key: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["ApiKeyRotation"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["IssuedKey"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "settings_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getMe: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  setPresence: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["PresenceBody"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_too_long" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getMedia: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              media: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["MediaLink"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listMentions: {
      parameters: {
          query?: {
              cursor?: string;
              limit?: number;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Mentions"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  seeMentions: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["SeeMentions"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["MentionsSeen"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getPreferences: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Preferences"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putPreferences: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["Preferences"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Preferences"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listQueues: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Queues"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getQueue: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              queue: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Queue"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putQueue: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              queue: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["QueueChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["QueueRecord"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range" | "unknown_record";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "name_taken" | "in_use";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getSettings: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Settings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putSettings: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["SettingsChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Settings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "settings_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listSettingsChanges: {
      parameters: {
          query?: {
              limit?: number;
              of?: string;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["SettingsLog"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getQueueSettings: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              queue: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ScopedSettings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putQueueSettings: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              queue: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["ScopedChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ScopedSettings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "settings_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getTeamSettings: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              team: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ScopedSettings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putTeamSettings: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              team: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["ScopedChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["ScopedSettings"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "settings_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  signOut: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Agent"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putTeam: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              team: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["TeamChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["TeamRecord"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict" | "name_taken" | "in_use";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  listTemplates: {
      parameters: {
          query?: {
              asset?: string;
          };
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Templates"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putTemplate: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              asset: string;
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["TemplateChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Template"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  transferSeveral: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["BulkTransfer"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["BulkResult"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  createUpload: {
      parameters: {
          query?: never;
          header?: {
              "idempotency-key"?: string;
          };
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["NewUpload"];
          };
      };
      responses: {
          201: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Upload"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "text_too_long" | "file_kind_refused" | "file_too_large" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "id_reused";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  deleteUpload: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              upload: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Discarded"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "upload_missing" | "upload_sent";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  completeUpload: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              upload: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Uploaded"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "content_mismatch" | "upload_missing";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  createVisitor: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["NewVisitor"];
          };
      };
      responses: {
          201: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Visitor"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "email_invalid" | "text_too_long" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "origin_refused";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getVisitorMedia: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              media: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["MediaLink"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "origin_refused";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  createVisitorTicket: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          201: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["VisitorTicket"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "origin_refused";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  createVisitorUpload: {
      parameters: {
          query?: never;
          header?: {
              "idempotency-key"?: string;
          };
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["NewVisitorUpload"];
          };
      };
      responses: {
          201: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Upload"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "out_of_range" | "text_too_long" | "file_kind_refused" | "file_too_large" | "frame_not_json" | "frame_invalid" | "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "origin_refused";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "id_reused";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_uploads" | "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  completeVisitorUpload: {
      parameters: {
          query?: never;
          header?: never;
          path: {
              upload: string;
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Uploaded"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "origin_refused";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "content_mismatch" | "upload_missing";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  getWorkspace: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Workspace"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  putWorkspace: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": components["schemas"]["WorkspaceChange"];
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["WorkspaceRecord"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "text_missing" | "frame_not_json" | "frame_invalid" | "query_invalid" | "setting_out_of_range";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          409: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "version_conflict";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  createTicket: {
      parameters: {
          query?: never;
          header?: never;
          path?: never;
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          201: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Ticket"];
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "query_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unauthenticated";
                      };
                  };
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden" | "email_unverified" | "sign_in_taken";
                      };
                  };
              };
          };
          429: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "too_many_requests";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "unavailable";
                      };
                  };
              };
          };
      };
  };
  verifyWebhook: {
      parameters: {
          query?: {
              "hub.challenge"?: string;
              "hub.mode"?: string;
              "hub.verify_token"?: string;
          };
          header?: never;
          path: {
              asset: string;
              channel: "whatsapp";
          };
          cookie?: never;
      };
      requestBody?: never;
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  /** @example 1158201444 */
                  "text/plain": string;
              };
          };
          403: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "forbidden";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
      };
  };
  receiveWebhook: {
      parameters: {
          query?: never;
          header: {
              "x-hub-signature-256": string;
          };
          path: {
              asset: string;
              channel: "whatsapp";
          };
          cookie?: never;
      };
      requestBody: {
          content: {
              "application/json": {
                  entry: Record<string, never>[];
                  /** @constant */
                  object: "whatsapp_business_account";
              };
          };
      };
      responses: {
          200: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  /** @example EVENT_RECEIVED */
                  "text/plain": string;
              };
          };
          400: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_invalid";
                      };
                  };
              };
          };
          401: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "bad_signature";
                      };
                  };
              };
          };
          404: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "not_found";
                      };
                  };
              };
          };
          413: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "frame_too_large";
                      };
                  };
              };
          };
          500: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "internal";
                      };
                  };
              };
          };
          503: {
              headers: {
                  [name: string]: unknown;
              };
              content: {
                  "application/json": components["schemas"]["Problem"] & {
                      error?: {
                          /** @enum {unknown} */
                          code?: "busy" | "unavailable";
                      };
                  };
              };
          };
      };
  };
}
