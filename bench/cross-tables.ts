// Cross-tables of a survey: 2,800 sheets of 60 questions by four backgrounds, as the worker of the survey's page makes them.
import { hideCrossTable } from '../core/evaluation/survey/hide-cross-table.ts'
import { chooseUsualTables } from '../core/evaluation/survey/name-axis.ts'
import {
  listAxes,
  openCrossedSurvey,
  readAxis,
  type CrossAxis,
  type CrossedSheet,
} from '../core/inquiry/cross-table/cross-axis.ts'
import { crossTable } from '../core/inquiry/cross-table/cross-table.ts'
import { surveyInstrument } from '../core/inquiry/cases/survey-2800.ts'
import { printMachine } from './measure.ts'

const people = 2800
const questions = 60
const calls = 5

function makeSurvey(skips: boolean) {
  const [first] = surveyInstrument.items
  if (first === undefined) throw new Error('no question')
  const items = Array.from({ length: questions }, (_, at) => ({
    ...first,
    id: `q${at}`,
    number: at + 1,
    showIf:
      skips && at % 3 === 2 ? [[{ item: 'q0', is: 'atMost' as const, value: 4 }]] : first.showIf,
  }))
  let seed = 1
  const dice = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const sheets = Array.from({ length: people }, (_, at): CrossedSheet => {
    const own = dice()
    return {
      waveId: 'wave',
      groupLabel: `school ${at % 9}`,
      extra: { sex: at % 2, away: at % 4, grade: at % 6 },
      answers: Object.fromEntries(
        items.map(({ id }) => [
          id,
          dice() < 0.03 ? null : 1 + Math.floor(((own + dice()) / 2) * 6),
        ]),
      ),
    }
  })
  return { scale: { ...surveyInstrument, items }, sheets }
}

function timeAll(skips: boolean): { readonly tables: number; readonly milliseconds: number } {
  const { scale, sheets } = makeSurvey(skips)
  const start = performance.now()
  const survey = openCrossedSurvey(scale, sheets)
  const axes = listAxes(scale, sheets)
  const backgrounds = axes.filter(({ by }) => by !== 'item')
  const read = (axis: CrossAxis) => readAxis(survey, axis)
  const across = backgrounds.map(read)
  let tables = 0
  for (const axis of axes.filter(({ by }) => by === 'item')) {
    const down = read(axis)
    for (const side of across) {
      if (down === null || side === null) continue
      hideCrossTable(crossTable(down, side, true), true)
      tables += 1
    }
  }
  chooseUsualTables(axes, scale, 60)
  return { tables, milliseconds: performance.now() - start }
}

export function benchCrossTables(): void {
  printMachine()
  for (const skips of [false, true]) {
    timeAll(skips)
    const runs = Array.from({ length: calls }, () => timeAll(skips))
    const times = runs.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right)
    const [least = 0, middle = 0, most = 0] = [times[0], times[calls >> 1], times[calls - 1]]
    const tables = runs[0]?.tables ?? 0
    console.log(
      `${people} sheets x ${questions} questions${skips ? ' with skip logic' : ''}: ${tables} tables in ${middle.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}), ${(middle / tables).toFixed(2)} ms a table`,
    )
  }
}
