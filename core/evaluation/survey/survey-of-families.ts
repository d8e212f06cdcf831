import { codePeople } from '../../inquiry/dataset/code-people.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { SurveySheet } from '../../inquiry/survey-sheet.ts'
import { sheetsWithConsent } from '../consented-sheets.ts'
import type { Wording } from '../write-numbers.ts'
import { backgroundOfChild, type ChildBackground } from './background-of-child.ts'
import type { RegisterAtHand } from './register-at-hand.ts'

type Known<Fields> = Fields & { readonly id: string }

export const respondentKinds = ['child', 'parent', 'guardian'] as const
export type RespondentKind = (typeof respondentKinds)[number]

export interface FamilySurvey {
  /** Sheets by code, as a survey by codes has them: village as the group, the register's backgrounds as columns. */
  readonly sheets: readonly Known<SurveySheet>[]
  /** Who has answered, in a fixed order: what there is to choose from. */
  readonly respondents: readonly RespondentKind[]
  /** Handed in, and left out because the consent to questionnaires does not hold today (EVA-16). */
  readonly withoutConsent: number
}

/**
 * EVA-39: a wave of known families as a survey. Only what was handed in and may count, of one kind of respondent or of all; a
 * code in place of a person; village, sex, age, who is away, who cares, grade and boarding from the register, as of the day of
 * answering where the register knows days. Only families that are at hand are in it: the caller has asked for the rights.
 */
export function surveyOfFamilies(
  sheets: readonly Known<AnswerSheet>[],
  register: RegisterAtHand,
  choice: { readonly respondents: RespondentKind | null; readonly today: string },
  wording: Wording,
): FamilySurvey {
  const families = new Map(register.families.map((one) => [one.id, one]))
  const people = new Map(register.people.map((one) => [one.id, one]))
  const handedIn = sheets.filter(
    ({ state, familyId }) => state === 'submitted' && families.has(familyId),
  )
  const counting = sheetsWithConsent(handedIn, register.consents, choice.today)
  const kindOf = (sheet: AnswerSheet) => respondentKindOf(sheet, register)
  const found = new Set(counting.map(kindOf))
  const codes = codePeople(register.families, register.people)
  const own = counting.filter(
    (sheet) => choice.respondents === null || kindOf(sheet) === choice.respondents,
  )
  return {
    sheets: own.map((sheet) => {
      const child = people.get(sheet.childId)
      const day = sheet.answeredOn ?? sheet.submittedOn ?? choice.today
      return {
        id: sheet.id,
        waveId: sheet.waveId,
        instrumentId: sheet.instrumentId,
        respondentCode: codeOf(sheet, register.pairs, codes),
        groupLabel: nameVillage(families.get(sheet.familyId)?.village ?? '', wording),
        answeredOn: sheet.answeredOn ?? sheet.submittedOn,
        answers: sheet.answers,
        extra: {
          ...(child === undefined
            ? {}
            : writeBackground(backgroundOfChild(register, child, day), wording)),
          ...(found.size > 1 && choice.respondents === null
            ? {
                [wording.translate('evaluation:familySurvey.respondent')]: wording.translate(
                  `evaluation:familySurvey.respondents.${kindOf(sheet)}`,
                ),
              }
            : {}),
        },
      }
    }),
    respondents: respondentKinds.filter((kind) => found.has(kind)),
    withoutConsent: handedIn.length - counting.length,
  }
}

/** The child, one of its parents, or whoever else answered for its home. */
export function respondentKindOf(
  { childId, respondentId }: Pick<AnswerSheet, 'childId' | 'respondentId'>,
  { pairs, people }: Pick<RegisterAtHand, 'pairs' | 'people'>,
): RespondentKind {
  if (childId === respondentId) return 'child'
  const relation = pairs.find(
    (pair) => pair.childId === childId && pair.adultId === respondentId,
  )?.relation
  const parental: readonly string[] = ['mother', 'father', 'stepmother', 'stepfather']
  if (relation !== undefined) return parental.includes(relation) ? 'parent' : 'guardian'
  return people.find(({ id }) => id === respondentId)?.role === 'parent' ? 'parent' : 'guardian'
}

/** One person answering about two others gives two sheets: each has a code of its own. */
function codeOf(
  { respondentId, childId, pairId }: Pick<AnswerSheet, 'childId' | 'respondentId' | 'pairId'>,
  pairs: RegisterAtHand['pairs'],
  codes: ReadonlyMap<string, string>,
): string {
  const adultId = pairs.find(({ id }) => id === pairId)?.adultId ?? null
  const aboutId = respondentId === childId ? adultId : childId
  const own = codes.get(respondentId) ?? '?'
  return aboutId === null ? own : `${own}/${codes.get(aboutId) ?? '?'}`
}

export function nameVillage(village: string, { translate }: Wording): string {
  const name = village.trim()
  return name === '' ? translate('evaluation:familySurvey.unknown') : name
}

const ageGroups = [
  [0, 5],
  [6, 8],
  [9, 11],
  [12, 14],
  [15, 17],
] as const

function writeBackground(
  { sex, age, away, caring, grade, boarding }: ChildBackground,
  { translate }: Wording,
): Record<string, string> {
  const words = (key: string): string => translate(`evaluation:familySurvey.${key}`)
  const unknown = words('unknown')
  const home = boarding === null ? unknown : words(boarding ? 'boards' : 'goesHome')
  return {
    [words('away')]: words(`aways.${away}`),
    [words('caring')]: words(`carings.${caring}`),
    [words('sex')]: words(`sexes.${sex}`),
    [words('age')]: writeAge(age, translate) ?? unknown,
    [words('grade')]: grade === '' ? unknown : grade,
    [words('boarding')]: home,
  }
}

function writeAge(age: number | null, translate: Wording['translate']): string | null {
  if (age === null) return null
  const group = ageGroups.find(([, to]) => age <= to)
  return group === undefined
    ? translate('evaluation:familySurvey.grown')
    : translate('evaluation:familySurvey.ageGroup', { from: group[0], to: group[1] })
}
