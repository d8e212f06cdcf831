// What of a survey sheet's columns, types and looks is known.

export const surveyColumns = {
  taken: [
    'type',
    'name',
    'relevant',
    'constraint',
    'required',
    'appearance',
    'calculation',
    'disabled',
  ],
  worded: ['label', 'hint', 'constraint_message'],
  refused: [
    'default',
    'read_only',
    'readonly',
    'choice_filter',
    'repeat_count',
    'parameters',
    'guidance_hint',
    'image',
    'audio',
    'video',
    'big-image',
    'media',
    'trigger',
    'bind',
    'body',
    'intent',
  ],
}

/** What a device notes by itself: it asks nobody anything. */
export const metaTypes = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'device_id',
  'username',
  'user_name',
  'phonenumber',
  'phone_number',
  'simserial',
  'sim_id',
  'subscriberid',
  'subscriber_id',
  'email',
  'audit',
  'background-audio',
  'start-geopoint',
])

/** Looks only: the question stays the same question. */
export const plainLooks =
  /^(?:likert|minimal|quick|quickcompact|compact(?:-\d+)?|horizontal|horizontal-compact|columns(?:-\d+|-pack|-flex)?|no-buttons|autocomplete|search|multiline|numbers|thousands-sep|no-calendar|field-list|table-list|w\d{1,2}|h\d{1,2})$/
