import { restrictionsOn } from '../families/may-reach.ts'
import type { Guardianship } from '../families/guardianship.ts'
import { type FamilyFacts, isUnattended, livesAlone } from '../families/left-behind.ts'
import type { RestrictedParty } from '../families/restricted-party.ts'
import { addDays, type Day } from '../kit/dates.ts'
import { sha256Hex } from '../kit/ids.ts'
import type { PromptAnswer, PromptName } from './prompt-answer.ts'

type Known<Fields> = Fields & { readonly id: string }
type Child = FamilyFacts['people'][number]

/** A pair that has not been in contact, as the contact log tells it. */
export interface Silence {
  readonly familyId: string
  readonly pairId: string
  readonly childId: string
  readonly adultId: string
  readonly state: 'silent7' | 'silent14' | 'notLogged'
  readonly since: Day | null
  readonly days: number | null
}

/** Facts of one family, of which the log’s silences and earlier answers are a part. */
export interface PromptFacts extends FamilyFacts {
  readonly today: Day
  readonly guardianships: readonly Known<Guardianship>[]
  readonly restrictions: readonly Known<RestrictedParty>[]
  readonly silences: readonly Silence[]
  readonly answers: readonly Known<PromptAnswer>[]
}

export interface Prompt {
  readonly familyId: string
  readonly childId: string
  readonly prompt: PromptName
  /** Whom it is about beside the child: the caregiver, the parent who was not in contact, who is at home. */
  readonly adultId: string | null
  readonly days: number | null
  /** The same while the same facts stand behind it: an answer holds for these and no others. */
  readonly facts: string
  /** Somebody should look today, and may find that it is a concern. */
  readonly isUrgent: boolean
}

/** Somebody who looked or rang is not asked again for so long while nothing changes. */
const quietDays = 30
const urgent: readonly PromptName[] = ['unattended', 'barredCaregiver', 'restrictedAtHome']

/**
 * SAF-21 [PR32, LPM 21–23]: facts on record that a person should look into: unattended under 8, living alone under 16, cared for
 * by somebody whom the law bars, a restricted party at home, no contact for 7 or 14 days. They decide nothing, rank nobody, are sent nowhere,
 * and never ask for contact with somebody who is kept away. In the order of the children.
 */
export function listPrompts(facts: PromptFacts): readonly Prompt[] {
  return facts.people
    .filter(({ role, alive }) => role === 'child' && alive)
    .flatMap((child) => promptsOf(facts, child))
    .filter((prompt) => !isAnswered(facts, prompt))
}

function promptsOf(facts: PromptFacts, child: Child): readonly Prompt[] {
  return [
    ...promptOfHome(facts, child),
    ...promptsOfCare(facts, child),
    ...promptsOfSilence(facts, child),
  ]
}

function promptFor(
  child: Child,
  prompt: PromptName,
  about: readonly string[],
  more: Partial<Pick<Prompt, 'adultId' | 'days'>> = {},
): Prompt {
  return {
    familyId: child.familyId,
    childId: child.id,
    prompt,
    adultId: null,
    days: null,
    ...more,
    facts: sha256Hex([prompt, child.id, ...about].join('|')).slice(0, 24),
    isUrgent: urgent.includes(prompt),
  }
}

/** Whoever is kept away from the child is nobody who looks after it. The narrower of the two is said once. */
function promptOfHome(facts: PromptFacts, child: Child): readonly Prompt[] {
  const others = facts.people.filter(
    ({ id }) => restrictionsOn(facts.restrictions, id, child.id).length === 0,
  )
  const atHome = { ...facts, people: others }
  const about = others
    .map(({ id, livesHere, guardianCapacity }) => [id, livesHere, guardianCapacity].join(':'))
    .sort()
  if (isUnattended(atHome, child, facts.today)) return [promptFor(child, 'unattended', about)]
  return livesAlone(atHome, child, facts.today) ? [promptFor(child, 'livesAlone', about)] : []
}

function promptsOfCare(facts: PromptFacts, child: Child): readonly Prompt[] {
  const barred = facts.guardianships
    .filter(
      ({ kind, childId, until, barring }) =>
        kind === 'caregiver' &&
        childId === child.id &&
        (until === null || until > facts.today) &&
        barring.facts.length > 0,
    )
    .map(({ id, adultId, barring }) =>
      promptFor(child, 'barredCaregiver', [id, ...barring.facts.toSorted()], { adultId }),
    )
  const keptAway = facts.people
    .filter(({ livesHere, alive }) => alive && livesHere === true)
    .flatMap(({ id }) => restrictionsOn(facts.restrictions, id, child.id).slice(0, 1))
    .map(({ id, personId }) => promptFor(child, 'restrictedAtHome', [id], { adultId: personId }))
  return [...barred, ...keptAway]
}

function promptsOfSilence(facts: PromptFacts, child: Child): readonly Prompt[] {
  return facts.silences.flatMap(({ state, childId, adultId, pairId, since, days }) =>
    childId !== child.id ||
    state === 'notLogged' ||
    restrictionsOn(facts.restrictions, adultId, childId).length > 0
      ? []
      : [promptFor(child, state, [pairId, since ?? ''], { adultId, days })],
  )
}

function isAnswered({ answers, today }: PromptFacts, prompt: Prompt): boolean {
  return answers.some(
    (one) =>
      one.childId === prompt.childId &&
      one.prompt === prompt.prompt &&
      one.facts === prompt.facts &&
      (one.answer === 'notApplicable' || addDays(one.on, quietDays) > today),
  )
}
