import type { BoxPart } from './file-box.ts'
import type { Writing } from './writing.ts'

/** Part 07: the evaluation summary that was made last (F13), as it was made, with what is recorded about people hidden. */
export function writeKeptReport({ input, say, isOutside }: Writing): BoxPart {
  const latest = input.reports
    .filter(({ form }) => form === 'evaluationSummary')
    .toSorted(
      (left, right) => left.madeOn.localeCompare(right.madeOn) || left.id.localeCompare(right.id),
    )
    .at(-1)
  const part = {
    no: '07',
    title: say('part.report.title'),
    form: say('part.report.form'),
  }
  if (isOutside || latest === undefined)
    return {
      ...part,
      count: say('count.none'),
      files: [],
      leftOut: [say(latest === undefined ? 'leftOut.noReport' : 'leftOut.reportForOutside')],
    }
  return {
    ...part,
    count: say('count.report', { day: latest.madeOn, numbers: latest.numbers.length }),
    files: [
      {
        path: `07-${say('part.report.file')}.docx`,
        content: { type: 'keptReport', fileId: latest.fileId },
      },
    ],
    leftOut: [say('leftOut.hiddenInReport')],
  }
}
