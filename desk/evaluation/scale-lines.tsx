import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { Measurement } from '../../core/evaluation/collect-lines.ts'
import type { ChangeLine, ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import {
  placesFor,
  writeNumber,
  writeShare,
  writeSigned,
} from '../../core/evaluation/write-numbers.ts'
import { DataTable, text } from '../kit/index.ts'

/** Every family's line; each score opens the sheet that it was made from. */
export function ScaleLines({ scale }: { readonly scale: ScaleChange }) {
  const places = placesFor(scale.range)
  const score = (measured: Measurement) => <Score measured={measured} places={places} />
  const judged = scale.reliable !== null
  return (
    <DataTable
      caption={text('evaluation:lines.caption')}
      rows={scale.lines}
      keyOf={({ key }) => key}
      columns={[
        {
          name: 'label',
          label: text('evaluation:lines.family'),
          show: ({ label, familyId }) => (
            <Anchor component={Link} to={`/evaluation/family?family=${familyId}`}>
              {label}
            </Anchor>
          ),
        },
        {
          name: 'before',
          label: text('evaluation:moment.before'),
          numeric: true,
          show: ({ before }) => score(before),
        },
        {
          name: 'after',
          label: text('evaluation:moment.after'),
          numeric: true,
          show: ({ after }) => score(after),
        },
        {
          name: 'change',
          label: text('evaluation:lines.change'),
          numeric: true,
          show: (line) => showChange(line, places),
        },
        ...(judged
          ? [
              {
                name: 'reliable',
                label: text('evaluation:lines.reliable'),
                show: ({ reliable }: ChangeLine) =>
                  reliable === null ? '–' : text(`evaluation:reliableSize.${reliable.size}`),
              },
            ]
          : []),
        {
          name: 'attendance',
          label: text('evaluation:lines.attendance'),
          numeric: true,
          show: showAttendance,
        },
      ]}
    />
  )
}

function Score({ measured, places }: { readonly measured: Measurement; readonly places: number }) {
  if (!measured.ok) return <>{text(`evaluation:why.${measured.why}`)}</>
  return (
    <Anchor component={Link} to={`/inquiry/sheets/${measured.at.sheetId}`}>
      {writeNumber(measured.at.value, places)}
    </Anchor>
  )
}

function showChange({ change, reading }: ChangeLine, places: number): string {
  if (change === null) return '–'
  return reading === null
    ? writeSigned(change, places)
    : `${writeSigned(change, places)} ${text(`evaluation:reading.${reading}`)}`
}

function showAttendance({ attendance }: ChangeLine): string {
  if (attendance === null || attendance.liveShare === null) return '–'
  return text('evaluation:lines.attended', {
    share: writeShare(attendance.liveShare),
    expected: attendance.expected,
  })
}
