import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { planLevels } from '../../assessment/plan/plan-shape.ts'
import { type PartLine, type PartSource, sayDayIn, type TransferPart } from './part-source.ts'

type Written = Omit<TransferPart, 'part'>

/** The worker's judgement and the strengths; neither what anybody said in confidence nor harms nor risk. */
export function writeProfile(id: string, source: PartSource): Written | null {
  const { records, wording, pairs } = source
  const { translate } = wording
  const its = records.profiles.find((one) => one.id === id)
  const pair = pairs.find((one) => one.id === its?.pairId)
  if (its === undefined || pair === undefined) return null
  const name = (personId: string) => records.people.find((one) => one.id === personId)?.name ?? ''
  const of = translate('assessment:profile.of', {
    child: name(pair.childId),
    adult: name(pair.adultId),
  })
  const judged = programmeTargets.flatMap((target): PartLine[] => {
    const judgement = its.judgements[target]
    if (judgement === undefined) return []
    const need = translate(`assessment:profile.need.${judgement.need}`)
    const words = [need, judgement.words].filter((part) => part !== '').join(' – ')
    return [{ label: translate(`groupwork:target.${target}`), words }]
  })
  const causes = inOrder(its.causes).map(({ starter, words }) =>
    words === '' && starter !== null ? translate(`assessment:profile.cause.${starter}`) : words,
  )
  const strengths = inOrder(its.strengths).map(({ words }) => words)
  const begun = translate('transfer:begunOn', {
    day: sayDayIn(wording, its.settledOn ?? its.begunOn),
  })
  return {
    title: `${translate('transfer:part.profile')} ${of}`,
    lines: [
      { label: translate('transfer:as'), words: begun },
      ...judged,
      { label: translate('transfer:causes'), words: causes.join('\n') },
      { label: translate('assessment:profile.strengthsTitle'), words: strengths.join('\n') },
      { label: translate('assessment:profile.summarySelf'), words: its.summarySelf },
      { label: translate('assessment:profile.summaryFamily'), words: its.summaryFamily },
      { label: translate('assessment:profile.summarySocial'), words: its.summarySocial },
    ],
  }
}

/** What was agreed: aim, goals and who does what. */
export function writePlan(id: string, source: PartSource): Written | null {
  const { records, wording, its, pairs } = source
  const { translate } = wording
  const plan = records.plans.find((one) => one.id === id)
  if (plan === undefined) return null
  const pair = plan.pairId === null ? null : pairs.find((one) => one.id === plan.pairId)
  if (pair === undefined) return null
  if (plan.personId !== null && !its.subjectIds.includes(plan.personId)) return null
  const goals = records.goals
    .filter((one) => plan.goalIds.includes(one.id))
    .toSorted((left, right) => left.id.localeCompare(right.id))
    .map((goal) => {
      const words = plan.agreedGoals[goal.id]?.text ?? goal.text
      return `${words} – ${translate(`goals:state.${goal.state}`)}`
    })
  const steps = inOrder(plan.actions).map(({ what, who, doneOn }) =>
    [
      what,
      who,
      doneOn === null ? '' : translate('transfer:doneOn', { day: sayDayIn(wording, doneOn) }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  )
  return {
    title: `${translate('transfer:part.plan')} ${plan.version}`,
    lines: [
      {
        label: translate('transfer:as'),
        words: translate('transfer:begunOn', { day: sayDayIn(wording, plan.begunOn) }),
      },
      { label: translate('transfer:fields.problem'), words: plan.problem },
      { label: translate('transfer:aim'), words: plan.aim },
      { label: translate('transfer:goals'), words: goals.join('\n') },
      ...planLevels.map((level) => ({
        label: translate(`goals:plan.level.${level}`),
        words: plan.strategies[level] ?? '',
      })),
      { label: translate('transfer:steps'), words: steps.join('\n') },
    ],
  }
}

function inOrder<Item>(items: Readonly<Record<string, Item>>): readonly Item[] {
  return Object.entries(items)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, item]) => item)
}
