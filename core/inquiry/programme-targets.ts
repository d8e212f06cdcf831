/** What the practice wants to change: four child-and-parent targets, three dimensions of the relationship, emotion and tone, the guardian as bridge. */
export const programmeTargets = [
  'cognition',
  'initiative',
  'content',
  'skills',
  'communication',
  'interaction',
  'trust',
  'emotionTone',
  'guardianBridge',
] as const
export type ProgrammeTarget = (typeof programmeTargets)[number]
