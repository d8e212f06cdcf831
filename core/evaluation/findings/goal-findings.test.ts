import { describe, expect, it } from 'vitest'
import { idOf, ids, wordingIn } from '../cases/group-world.ts'
import { agreedTask } from '../goals/agreed-task.ts'
import { goal } from '../../assessment/goals/goal.ts'
import { goalRating, type GoalRating } from '../../assessment/goals/goal-rating.ts'
import { statedChange } from '../goals/stated-change.ts'
import { describeImpact } from './describe-impact.ts'
import { attainGoals } from './goal-attainment.ts'
import { completeTasks, completionByFamily } from './task-completion.ts'

const en = wordingIn('en')
const day = '2026-03-01'
const families = [1, 2].map((n) => ({ id: ids.family(n), code: `Z-0${n}` }))

function aGoal(n: number, family: number, weight: number) {
  const fields = {
    familyId: ids.family(family),
    text: `Goal ${n}`,
    weight,
    setOn: day,
    expected: 'x',
  }
  return { ...goal.read(fields), id: idOf(500 + n) }
}

function aRating(n: number, family: number, changes: Partial<GoalRating>) {
  const fields = {
    familyId: ids.family(family),
    goalId: idOf(500 + n),
    moment: 'before',
    ratedOn: day,
    level: -2,
    ...changes,
  }
  return { ...goalRating.read(fields), id: `${n} ${JSON.stringify(changes)}` }
}

describe('how far goals were reached [EVA-30]', () => {
  const goals = [aGoal(1, 1, 2), aGoal(2, 1, 1), aGoal(3, 2, 1), aGoal(4, 2, 1)]
  const ratings = [
    aRating(1, 1, {}),
    aRating(2, 1, { level: -1 }),
    aRating(1, 1, { moment: 'after', level: 1 }),
    aRating(2, 1, { moment: 'after', level: 0 }),
    aRating(2, 1, { moment: 'after', level: 2, ratedBy: 'child' }),
    aRating(3, 2, { level: -1 }),
  ]
  const finding = attainGoals({ families, goals, ratings }, en)

  it('gives T with weights for each family and moment, the worker’s rating first', () => {
    const [chart] = finding.charts
    if (chart?.kind !== 'pairedLines') throw new Error('no lines')
    expect(chart.moments).toEqual(['at the start', 'at the end'])
    // 50 + 10 Σwx / √(0.7 Σw² + 0.3 (Σw)²): weights 2 and 1, levels −2 and −1, then 1 and 0.
    const spread = Math.sqrt(0.7 * 5 + 0.3 * 9)
    expect(chart.lines[0]?.values[0]).toBeCloseTo(50 - 50 / spread, 10)
    expect(chart.lines[0]?.values[1]).toBeCloseTo(50 + 20 / spread, 10)
    expect(chart.lines[1]?.values).toEqual([40, null])
  })

  it('never throws goals of several families into one T: it gives the median of theirs', () => {
    const spread = Math.sqrt(0.7 * 5 + 0.3 * 9)
    const start = (50 - 50 / spread + 40) / 2
    const end = 50 + 20 / spread
    expect(finding.figures.slice(0, 2).map(({ value }) => value)).toEqual([
      `${start.toFixed(1)} (n = 2)`,
      `${end.toFixed(1)} (n = 1)`,
    ])
  })

  it('says how many came as far as expected, who is not rated, and ranks nobody', () => {
    expect(finding.sentence).toContain('2 families set 4 goals, 3 of them rated')
    expect(finding.sentence).toContain('at the latest rating 2 came as far as expected')
    expect(finding.notes.join(' ')).toContain('1 goal is not rated')
    expect(finding.notes.join(' ')).toContain('not for ranking families')
  })

  it('names who was rated at the start only, with where they began, and who has no goal at all [EVA-4]', () => {
    const said = finding.notes.join(' ')
    expect(said).toContain('1 family was rated at the start and not again: its T then was 40.0')
    const more = [...families, { id: ids.family(3), code: 'Z-03' }]
    expect(attainGoals({ families: more, goals, ratings }, en).notes.join(' ')).toContain(
      '1 family has no record of this',
    )
    const [first] = families
    if (first === undefined) throw new Error('no family')
    const one = { families: [first], goals: goals.slice(0, 2), ratings }
    expect(attainGoals(one, en).notes.join(' ')).not.toContain('Only 1')
  })

  it('draws nothing before anything is rated', () => {
    expect(attainGoals({ families, goals, ratings: [] }, en).charts).toEqual([])
  })
})

describe('how far tasks came [EVA-31]', () => {
  const tasks = [4, 2, null].map((rating, n) => ({
    ...agreedTask.read({
      familyId: ids.family(n === 1 ? 2 : 1),
      text: `Task ${n}`,
      agreedOn: day,
      rating,
      ratedOn: rating === null ? null : day,
    }),
    id: idOf(600 + n),
  }))

  it('is the sum over the possible sum; what nobody rated is missing and not 0', () => {
    const finding = completeTasks({ families, tasks }, en)
    expect(finding.sentence).toBe(
      '3 tasks were agreed and 2 rated: completion is 75% (6 of 8), 1 fully done.',
    )
    expect(finding.notes).toEqual([
      'Only 2 families: look at each one, not at the sum alone.',
      '1 task is not rated: it is left out and does not count as 0.',
    ])
    expect([...completionByFamily(tasks).values()]).toEqual([100, 50])
  })
})

describe('what families say has changed [EVA-32]', () => {
  const changes = (['service', 'service', 'elsewhere'] as const).map((source, n) => ({
    ...statedChange.read({
      familyId: ids.family(1),
      saidBy: 'child',
      saidOn: day,
      text: `Change ${n}`,
      direction: n === 2 ? 'worse' : 'better',
      source,
    }),
    id: idOf(650 + n),
  }))

  it('keeps what they put down to the service apart from the rest', () => {
    const finding = describeImpact({ families, changes }, en)
    expect(finding.sentence).toContain('1 family named 3 changes, 2 for the better and 1')
    expect(finding.sentence).toContain('they put 2 down to the service, 0 to both')
    expect(finding.tables[0]?.rows).toHaveLength(3)
    expect(finding.notes.join(' ')).toContain('1 family has no record of this')
  })

  it.each(['zh-CN', 'en'] as const)('is worded to the end in %s', (language) => {
    const wording = wordingIn(language)
    const said = [
      describeImpact({ families, changes }, wording),
      completeTasks({ families, tasks: [] }, wording),
      attainGoals({ families, goals: [aGoal(1, 1, 1)], ratings: [aRating(1, 1, {})] }, wording),
    ]
    expect(JSON.stringify(said)).not.toMatch(/evaluation:|\{\{|undefined/)
  })
})
