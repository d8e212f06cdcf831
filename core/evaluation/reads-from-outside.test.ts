import { describe, expect, it } from 'vitest'
import { recordPolicy } from '../access/policy.ts'
import { wordingIn } from './cases/group-world.ts'
import { readTrial } from './cases/read-trial.ts'
import { evaluateSurveyChange } from './evaluate-survey-change.ts'
import { combineGroups } from './findings/combine-groups.ts'
import { readsFromOutside } from './reads-from-outside.ts'

/** What the answers about families are made of: dose, both sides, goals, one family, agreement. */
const families = [
  'answerSheet',
  'contactEntry',
  'homeTaskReturn',
  'goal',
  'goalRating',
  'agreedTask',
  'statedChange',
]

describe('readers outside the team [EVA-26]', () => {
  it.each(
    families,
  )('hold no %s, of which a picture with a point per family could be made', (kind) => {
    const grants = recordPolicy[kind]?.read ?? []
    expect(grants.length).toBeGreaterThan(0)
    expect(grants.flatMap(({ roles }) => roles).filter((role) => readsFromOutside([role]))).toEqual(
      [],
    )
  })

  it('hear of few people in all groups together that they are fewer than five', () => {
    const [trial] = evaluateSurveyChange(readTrial()).scales
    if (trial === undefined) throw new Error('no scale')
    const scale = {
      id: trial.id,
      title: 'Weight',
      direction: trial.direction,
      range: trial.range,
      groups: trial.groups.map(({ label, numbers }, at) => ({
        label,
        numbers: at === 0 ? { ...numbers, n: 3 } : numbers,
        scores: { before: [1, 2, 3, 4, 5, 6], after: [2, 3, 4, 5, 6, at === 0 ? null : 7] },
      })),
    }
    const said = (outside: boolean): string =>
      combineGroups(scale, wordingIn('en'), outside).notes.join(' ')
    expect(said(true)).toContain('smallest group has fewer than 5')
    expect(said(true)).toContain('A few (fewer than 5) lack')
    expect(said(true)).toContain('not measured again are fewer than 5')
    expect(said(false)).toContain('smallest group has only 3')
    expect(said(false)).toContain('1 lacks the answers')
  })
})
