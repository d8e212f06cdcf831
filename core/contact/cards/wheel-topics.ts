/** The ten parts of the topic wheel: what a child and a parent can talk about besides meals and marks. */
export const wheelTopics = [
  'body',
  'study',
  'friends',
  'feelings',
  'fun',
  'village',
  'work',
  'familyStory',
  'safety',
  'plans',
] as const
export type WheelTopic = (typeof wheelTopics)[number]
