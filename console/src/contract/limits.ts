/* Generated from docs/protocol/{schema,openapi}.json by `npm run generate`. Do not edit. */

// What the server takes, by type or operation, and field.

export const Rules = {
  abandon_after_seconds: {
    minimum: 30,
    maximum: 86400,
    default: 900
  },
  assign_timeout_seconds: {
    minimum: 5,
    maximum: 86400,
    default: 120
  },
  auto_resolve_seconds: {
    minimum: 60,
    maximum: 2592000,
    default: 86400
  },
  away_reasons: {
    minItems: 0,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  closing_phrases: {
    minItems: 0,
    maxItems: 50,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  conference_limit: {
    minimum: 3,
    maximum: 6,
    default: 6
  },
  conference_timeout_seconds: {
    minimum: 5,
    maximum: 86400,
    default: 120
  },
  discuss_timeout_seconds: {
    minimum: 5,
    maximum: 86400,
    default: 120
  },
  dispositions: {
    minItems: 0,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  first_answer_target_seconds: {
    minimum: 5,
    maximum: 86400,
    default: 30
  },
  first_answer_warning_seconds: {
    minimum: 1,
    maximum: 86400,
    default: 10
  },
  history_stays_with_team: {
    default: false
  },
  hours: {
    default: null
  },
  labels: {
    maxItems: 20
  },
  mode: {
    default: "manual"
  },
  off_hours_message: {
    minLength: 1,
    maxLength: 1000,
    default: null
  },
  offline_requeue_after_seconds: {
    minimum: 10,
    maximum: 86400,
    default: null
  },
  priority: {
    minimum: 0,
    maximum: 9,
    default: 0
  },
  reject_reasons: {
    minItems: 1,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  reopen_within_seconds: {
    minimum: 60,
    maximum: 2592000,
    default: null
  },
  requeue_after_seconds: {
    minimum: 30,
    maximum: 86400,
    default: 600
  },
  requeue_warning_seconds: {
    minimum: 1,
    maximum: 86400,
    default: 60
  },
  skills: {
    minItems: 0,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 40
    }
  },
  step_timeout_seconds: {
    minimum: 5,
    maximum: 3600,
    default: 30
  },
  strategy: {
    default: "least_loaded"
  },
  surveys: {
    maxItems: 10
  },
  tags: {
    minItems: 0,
    maxItems: 100,
    items: {
      minLength: 1,
      maxLength: 40
    }
  },
  transfer_keeps_priority: {
    default: true
  },
  transfer_keeps_wait: {
    default: true
  },
  transfer_mode: {
    default: "immediate"
  },
  transfer_outside_own_teams: {
    default: false
  },
  triggers: {
    minItems: 0,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  web_origins: {
    minItems: 0,
    maxItems: 50,
    items: {
      minLength: 1,
      maxLength: 300
    }
  },
  withdraw_reasons: {
    minItems: 1,
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 100
    }
  },
  wrap_up: {
    default: "off"
  },
  wrap_up_limit_seconds: {
    minimum: 30,
    maximum: 86400,
    default: null
  }
} as const;

export const AgentChange = {
  capacity: {
    minimum: 1,
    maximum: 50
  },
  name: {
    minLength: 1,
    maxLength: 40
  },
  skills: {
    maxItems: 20,
    items: {
      minLength: 1,
      maxLength: 40
    }
  },
  teams: {
    maxItems: 50
  }
} as const;

export const ApiKeyChange = {
  name: {
    minLength: 1,
    maxLength: 40
  },
  requests_a_minute: {
    minimum: 1,
    maximum: 6000
  },
  teams: {
    maxItems: 50
  },
  version: {
    minimum: 0,
    default: 0
  }
} as const;

export const BulkTransfer = {
  conversations: {
    minItems: 1,
    maxItems: 50
  },
  id: {
    minLength: 8,
    maxLength: 40
  },
  note: {
    maxLength: 1000
  }
} as const;

export const CannedChange = {
  category: {
    minLength: 1,
    maxLength: 40
  },
  shortcut: {
    minLength: 1,
    maxLength: 30
  },
  text: {
    minLength: 1,
    maxLength: 4000
  },
  title: {
    minLength: 1,
    maxLength: 80
  }
} as const;

export const ContactChange = {
  email: {
    maxLength: 200
  },
  name: {
    minLength: 1,
    maxLength: 40
  },
  phones: {
    maxItems: 10,
    items: {
      minLength: 1,
      maxLength: 30
    }
  }
} as const;

export const NewDirect = {
  id: {
    minLength: 8,
    maxLength: 64
  },
  text: {
    minLength: 1,
    maxLength: 4000
  }
} as const;

export const NewUpload = {
  name: {
    maxLength: 255
  }
} as const;

export const NewVisitor = {
  email: {
    maxLength: 200
  },
  name: {
    maxLength: 40
  }
} as const;

export const Preferences = {
  contrast: {
    default: "normal"
  },
  density: {
    default: "comfortable"
  },
  idle_minutes: {
    minimum: 0,
    maximum: 120,
    default: 10
  },
  language: {
    default: "en"
  },
  notifications: {
    default: false
  },
  repeat_until_read: {
    default: false
  },
  reply_after_comment: {
    default: false
  },
  send_key: {
    default: "enter"
  },
  single_keys: {
    default: true
  },
  sort: {
    default: "last_assigned"
  },
  theme: {
    default: "system"
  },
  version: {
    minimum: 0,
    default: 0
  },
  volume: {
    minimum: 0,
    maximum: 100,
    default: 70
  }
} as const;

export const PresenceBody = {
  reason: {
    maxLength: 100
  }
} as const;

export const Command = {
  comment: {
    mentions: {
      maxItems: 10
    },
    text: {
      minLength: 1,
      maxLength: 4000
    }
  },
  resolve: {
    note: {
      maxLength: 1000
    }
  },
  trigger: {
    note: {
      maxLength: 1000
    }
  },
  done: {
    disposition: {
      maxLength: 100
    },
    note: {
      maxLength: 1000
    }
  },
  prioritise: {
    priority: {
      maximum: 9
    }
  },
  require: {
    skills: {
      maxItems: 5
    }
  },
  tag: {
    add: {
      maxItems: 12,
      items: {
        minLength: 1,
        maxLength: 40
      }
    }
  },
  label: {
    add: {
      maxItems: 5
    }
  },
  name: {
    alias: {
      maxLength: 60,
      default: null
    }
  },
  assign: {
    note: {
      maxLength: 1000
    }
  },
  reject_offer: {
    reason: {
      minLength: 1,
      maxLength: 500
    }
  },
  withdraw_offer: {
    reason: {
      minLength: 1,
      maxLength: 500
    }
  },
  transfer: {
    note: {
      maxLength: 1000
    }
  },
  discuss: {
    note: {
      maxLength: 1000
    }
  },
  say: {
    text: {
      minLength: 1,
      maxLength: 4000
    }
  },
  end_discussion: {
    note: {
      maxLength: 1000
    }
  },
  confer: {
    note: {
      maxLength: 1000
    }
  },
  coach: {
    text: {
      minLength: 1,
      maxLength: 4000
    }
  }
} as const;

export const Frame = {
  direct: {
    id: {
      minLength: 8,
      maxLength: 64
    },
    text: {
      minLength: 1,
      maxLength: 4000
    }
  },
  draft: {
    text: {
      maxLength: 8000
    }
  }
} as const;

export const VisitorCommand = {
  write: {
    text: {
      minLength: 1,
      maxLength: 4096
    }
  },
  react: {
    emoji: {
      maxLength: 20
    }
  }
} as const;

export const listConversations = {
  q: {
    maxLength: 100
  },
  limit: {
    minimum: 1,
    maximum: 100
  }
} as const;
