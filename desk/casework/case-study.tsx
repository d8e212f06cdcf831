import { Button, Group, NativeSelect } from '@mantine/core'
import { Suspense, useMemo, useState } from 'react'
import { caseFile } from '../../core/casework/case-file.ts'
import type { CaseFileEntry } from '../../core/casework/case-shape.ts'
import {
  boundariesOf,
  type CasePhases,
  listCaseSeries,
  phasesOfCase,
  type StudyRecords,
} from '../../core/evaluation/casework/list-case-series.ts'
import { describeSingleCase } from '../../core/evaluation/findings/single-case.ts'
import type { Wording } from '../../core/evaluation/write-numbers.ts'
import {
  currentLanguage,
  DateField,
  DoingNote,
  EmptyState,
  Form,
  formatDay,
  Loading,
  SaveOrCancel,
  Section,
  text,
  textOrNull,
  useDoing,
} from '../kit/index.ts'
import { useAct, useMay } from '../sync/index.ts'
import styles from './casework.module.css'
import { useFindingView } from './finding-slot.ts'

export function caseWording(): Wording {
  return { language: currentLanguage(), translate: (key, values) => textOrNull(key, values) ?? key }
}

/** EVA-24 in the case: any repeated measure of this pair or person with the phases of the case. */
export function CaseStudy({
  its,
  records,
}: {
  readonly its: CaseFileEntry
  readonly records: StudyRecords
}) {
  const [chosen, setChosen] = useState('')
  const FindingView = useFindingView()
  const series = listCaseSeries(its, records, caseWording())
  const one = series.find(({ id }) => id === chosen) ?? series[0]
  const phases = phasesOfCase(its, records)
  const finding = useMemo(
    () => (one === undefined ? null : describeSingleCase(one, boundariesOf(phases), caseWording())),
    [one, phases],
  )
  return (
    <Section title={text('casework:study.title')} hint={text('casework:study.hint')}>
      {one === undefined || finding === null ? (
        <EmptyState title={text('casework:study.none')} hint={text('casework:study.noneHint')} />
      ) : (
        <>
          <div className="no-print">
            <NativeSelect
              label={text('casework:study.measure')}
              value={one.id}
              data={series.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
          </div>
          <Phases its={its} phases={phases} />
          {FindingView !== null && (
            <Suspense fallback={<Loading />}>
              <FindingView finding={finding} />
            </Suspense>
          )}
        </>
      )}
    </Section>
  )
}

interface PhasesProps {
  readonly its: CaseFileEntry
  readonly phases: CasePhases
}

function Phases({ its, phases: { interventionFrom, afterFrom } }: PhasesProps) {
  const [open, setOpen] = useState(false)
  const may = useMay('caseFile', 'edit', `family:${its.familyId}`)
  const days = { from: formatDay(interventionFrom), after: formatDay(afterFrom) }
  return (
    <div>
      {interventionFrom !== null && (
        <p className={styles.fine}>
          {text(afterFrom === null ? 'casework:study.phasesOpen' : 'casework:study.phases', days)}
        </p>
      )}
      {may && !open && (
        <Button className="no-print" variant="subtle" size="sm" onClick={() => setOpen(true)}>
          {text('casework:study.set')}
        </Button>
      )}
      {open && <PhasesForm its={its} onDone={() => setOpen(false)} />}
    </div>
  )
}

/** Kept with the case, so that everybody reads the same phases. */
function PhasesForm({ its, onDone }: { readonly its: CaseFileEntry; readonly onDone: () => void }) {
  const act = useAct()
  const doing = useDoing()
  const [interventionFrom, setFrom] = useState(its.interventionFrom)
  const [afterFrom, setAfter] = useState(its.afterFrom)
  const save = async () => {
    const fields = { interventionFrom, afterFrom }
    const change = { kind: caseFile, recordId: its.id, verb: 'edit', input: {}, fields }
    if ((await doing.run(() => act(change))) !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('casework:study.set')}>
      <p className={styles.fine}>{text('casework:study.keepHint')}</p>
      <div className={styles.fields}>
        <DateField
          label={text('casework:fields.interventionFrom')}
          value={interventionFrom}
          onChange={setFrom}
        />
        <DateField
          label={text('casework:fields.afterFrom')}
          value={afterFrom}
          onChange={setAfter}
        />
      </div>
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
