import { Button, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { agency, type Agency } from '../../core/access/agency.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { useRecord } from '../sync/records.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import { useAct, useMay } from '../sync/use-act.ts'
import { useAccount } from '../sync/use-state-of-desk.ts'

/** How often the record check is asked for, and what a lapsed one means here; an administrator decides. */
export function ClearanceRules() {
  const { agency: own } = useAccount()
  const record = useRecord(agency, own.id)
  const mayEdit = useMay('agency', 'edit', 'agency', own.id)
  return record === null || !mayEdit ? null : <RulesForm record={record} />
}

const choices = ['reminded', 'suspended'] as const

function RulesForm({ record }: { readonly record: LocalRecord<Agency> }) {
  const act = useAct()
  const doing = useDoing()
  const [months, setMonths] = useState(record.clearanceMonths)
  const [lapsed, setLapsed] = useState(record.lapsedClearance)
  const save = async () => {
    const fields = { clearanceMonths: months, lapsedClearance: lapsed }
    const made = await doing.run(() =>
      act({ kind: agency, recordId: record.id, verb: 'edit', input: {}, fields }),
    )
    if (made !== null) announce({ words: text('rights:clearance.saved') })
  }
  return (
    <Section title={text('rights:clearance.title')}>
      <Form onSubmit={() => void save()}>
        <NumberInput
          label={text('rights:clearance.months')}
          description={text('rights:clearance.monthsHint')}
          min={1}
          max={12}
          allowDecimal={false}
          value={months}
          onChange={(value) => setMonths(Number(value))}
        />
        <SegmentedChoice
          label={text('rights:clearance.lapsed')}
          options={choices.map((value) => ({ value, label: text(`rights:clearance.${value}`) }))}
          value={lapsed}
          onChange={setLapsed}
        />
        <Group>
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('rights:clearance.save')}
          </Button>
        </Group>
        <DoingNote doing={doing} />
      </Form>
    </Section>
  )
}
