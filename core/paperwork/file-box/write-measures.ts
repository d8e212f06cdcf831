import type { GroupChange } from '../../evaluation/evaluate-change.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import { validationOf } from '../../inquiry/name-validation.ts'
import { readWords } from '../../inquiry/words.ts'
import type { Block, BoxFile, BoxPart } from './file-box.ts'
import { listScoreRows } from './list-score-rows.ts'
import { leastShown } from '../../evaluation/survey/hide-small-cells.ts'
import { writeChange } from './write-change.ts'
import { columnsOf, paragraphs, tableBlock, under, wordFile, type Writing } from './writing.ts'

/** Part 06: which questionnaires, which scores, what changed, and what is missing. */
export function writeMeasures(writing: Writing, change: GroupChange | null): BoxPart {
  const { input, say, isOutside } = writing
  const title = say('part.measures.title')
  const stem = `06-${say('part.measures.file')}`
  const rows = listScoreRows(writing)
  const paper: BoxFile = wordFile(`${stem}`, {
    title,
    wide: false,
    blocks: [
      ...under(say('measures.instruments'), writeInstruments(writing)),
      ...under(say('measures.waves'), writeWaves(writing)),
      ...(change === null ? paragraphs(say('measures.notTwo')) : writeChange(writing, change)),
    ],
  })
  const data: readonly BoxFile[] = [
    {
      path: `${stem}-${say('part.measures.data')}.csv`,
      content: { type: 'csv', rows },
    },
    {
      path: `${stem}-${say('part.measures.data')}.xlsx`,
      content: { type: 'workbook', sheets: [{ name: say('measures.scores'), rows }] },
    },
  ]
  const waiting = input.sheets.filter(({ state }) => state === 'draft').length
  return {
    no: '06',
    title,
    form: say('part.measures.form'),
    count: isOutside
      ? say('count.totals')
      : say('count.scores', { count: rows.length - 1, waves: input.waves.length }),
    files: isOutside ? [paper] : [paper, ...data],
    leftOut: [
      say('leftOut.answers'),
      ...(isOutside ? [say('leftOut.personLines')] : []),
      ...(change === null ? [say('measures.notTwo')] : []),
      ...(waiting > 0 && !isOutside ? [say('leftOut.draftSheets', { count: waiting })] : []),
      ...(input.sheetsWithoutConsent > 0 && !isOutside
        ? [say('leftOut.sheetsWithoutConsent', { count: input.sheetsWithoutConsent })]
        : []),
    ],
  }
}

function writeInstruments(writing: Writing): readonly Block[] {
  const { input, translate, hide } = writing
  const { language } = input.wording
  const used = input.instruments.filter(({ id }) =>
    input.waves.some(({ instrumentIds }) => instrumentIds.includes(id)),
  )
  const columns = columnsOf(writing, [
    ['questionnaire', 24],
    ['instrumentVersion', 16],
    ['respondent', 14],
    ['items', 10],
    ['licence', 18],
    ['validation', 18],
  ])
  const rows = used.map((one: Instrument) => [
    hide(readWords(one.title, language)),
    `${one.code} ${one.version}`,
    translate(`inquiry:respondent.${one.respondent}`),
    String(one.items.length),
    translate(`inquiry:licenceStatus.${one.licence.status}`),
    translate(`inquiry:validationStatus.${validationOf(one)}`),
  ])
  return tableBlock(columns, rows)
}

function writeWaves(writing: Writing): readonly Block[] {
  const { input, translate, say, hide, isOutside } = writing
  const columns = columnsOf(writing, [
    ['wave', 34],
    ['moment', 14],
    ['opened', 16],
    ['closed', 16],
    ['sheets', 20],
  ])
  const rows = input.waves.map((wave) => {
    const count = input.sheets.filter(
      ({ waveId, state }) => waveId === wave.id && state === 'submitted',
    ).length
    const isHidden = isOutside && count > 0 && count < leastShown
    return [
      hide(wave.title),
      translate(`inquiry:wavePhase.${wave.phase}`),
      wave.opensOn,
      wave.closedOn ?? translate('inquiry:waveState.open'),
      isHidden ? say('hidden') : String(count),
    ]
  })
  return tableBlock(columns, rows)
}
