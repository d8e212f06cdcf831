import { Anchor, Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { caseFollowUp, type CaseFollowUpEntry } from '../../core/casework/case-follow-up.ts'
import type { CaseFileEntry } from '../../core/casework/case-shape.ts'
import {
  listCaseSeries,
  phasesOfCase,
  type StudyRecords,
} from '../../core/evaluation/casework/list-case-series.ts'
import { DoingNote, formatDay, text, useDoing } from '../kit/index.ts'
import { useAct } from '../sync/index.ts'
import { caseWording } from './case-study.tsx'
import styles from './casework.module.css'
import { writePoint } from '../../core/evaluation/casework/write-point.ts'

interface MeasuresProps {
  readonly its: CaseFileEntry
  readonly followUp: CaseFollowUpEntry
  readonly records: StudyRecords
  readonly mayWrite: boolean
}

/** Questionnaires that go with a follow-up, and their scores beside those at the end of the case. */
export function FollowUpMeasures({ its, followUp, records, mayWrite }: MeasuresProps) {
  const act = useAct()
  const doing = useDoing()
  const { waveId } = followUp
  const [choosing, setChoosing] = useState(false)
  // A wave that was closed since is still the one in which the family answered.
  const answered = new Set(
    records.sheets
      .filter(({ answeredOn, submittedOn }) => (answeredOn ?? submittedOn ?? '') >= endOf(its))
      .map((sheet) => sheet.waveId),
  )
  const open = records.waves
    .filter(
      ({ id, state, subject }) =>
        (subject === 'families' && (state === 'open' || answered.has(id))) || id === waveId,
    )
    .toSorted((left, right) => right.opensOn.localeCompare(left.opensOn))
  const choose = (chosen: string) =>
    doing.run(() =>
      act({
        ...{ kind: caseFollowUp, recordId: followUp.id, verb: 'edit', input: {} },
        fields: { waveId: chosen === '' ? null : chosen },
      }),
    )
  if (waveId === null && (!mayWrite || open.length === 0)) return null
  if (waveId === null && !choosing)
    return (
      <Group>
        <Button variant="subtle" size="sm" onClick={() => setChoosing(true)}>
          {text('casework:followUp.addWave')}
        </Button>
      </Group>
    )
  return (
    <>
      {mayWrite && (
        <NativeSelect
          label={text('casework:followUp.wave')}
          description={text('casework:followUp.waveHint')}
          value={waveId ?? ''}
          data={[
            { value: '', label: text('casework:followUp.waveNone') },
            ...open.map(({ id, title, opensOn }) => ({
              value: id,
              label: `${title} · ${formatDay(opensOn)}`,
            })),
          ]}
          onChange={({ currentTarget }) => void choose(currentTarget.value).catch(reportError)}
        />
      )}
      {waveId !== null && <Scores its={its} waveId={waveId} records={records} />}
      <DoingNote doing={doing} />
    </>
  )
}

const endOf = ({ closedOn, closeAskedOn, openedOn }: CaseFileEntry) =>
  closedOn ?? closeAskedOn ?? openedOn

/** The score at the end of the work, and the one that was given with this follow-up. */
function Scores({
  its,
  waveId,
  records,
}: Pick<MeasuresProps, 'its' | 'records'> & { readonly waveId: string }) {
  const { afterFrom } = phasesOfCase(its, records)
  const ofWave = new Set(
    records.sheets.filter((sheet) => sheet.waveId === waveId).map(({ id }) => id),
  )
  const rows = listCaseSeries(its, records, caseWording()).flatMap(({ id, of, title, points }) => {
    const after = points.findLast(({ sheetId }) => sheetId !== undefined && ofWave.has(sheetId))
    const before = points.findLast(
      (point) => point !== after && (afterFrom === null || point.on <= afterFrom),
    )
    return of !== 'scale' || after === undefined
      ? []
      : [
          {
            id,
            words: text('casework:followUp.score', {
              name: title,
              before: before === undefined ? '–' : writePoint(before.value, 'scale'),
              after: writePoint(after.value, 'scale'),
            }),
          },
        ]
  })
  return (
    <>
      <Anchor component={Link} to={`/inquiry/waves/${waveId}`}>
        {text('casework:followUp.ask')}
      </Anchor>
      {rows.length === 0 ? (
        <p className={styles.fine}>{text('casework:followUp.noScores')}</p>
      ) : (
        <ul className={styles.lines} aria-label={text('casework:followUp.scores')}>
          {rows.map(({ id, words }) => (
            <li key={id} className={styles.words}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
