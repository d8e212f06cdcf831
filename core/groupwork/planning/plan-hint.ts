/** What a check of the plan says to whoever plans: its id has a text and a remedy in both languages. Nothing is refused. */
export interface PlanHint {
  readonly id: PlanHintId
  readonly details: Readonly<Record<string, string | number>>
}

export const planHintIds = [
  'TargetInOneStrand',
  'TwoAdultsMissing',
  'HandsMissingOnline',
  'HandsMissingAtOnce',
  'TeamUncleared',
  'TeamClearanceEnds',
  'GoalsMissing',
  'GoalWithoutIndicator',
  'GoalWithoutLevels',
  'BaselineWithoutSource',
  'GoalNotServed',
  'GoalNotLinked',
  'GoalOffTarget',
  'MeetingWithoutGoal',
  'TargetWithoutGoal',
  'SourcesMissing',
  'TheoryWithoutSource',
  'TargetWithoutSource',
] as const
export type PlanHintId = (typeof planHintIds)[number]
