import { Button, Checkbox, Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { agency, type Agency } from '../../../core/access/agency.ts'
import {
  type RetentionClass,
  retentionClasses,
  retentionProposals,
} from '../../../core/access/retention-classes.ts'
import { proposedRightsDays } from '../../../core/families/rights-due.ts'
import { DoingNote, Form, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAccount, useAct, useMay, useRecord } from '../../sync/index.ts'
import styles from '../families.module.css'

/** Periods that a person confirms: nothing counts by itself (P11). */
export function RightsSettings() {
  const { agency: own } = useAccount()
  const record = useRecord(agency, own.id)
  return record === null ? null : (
    <>
      <Schedule record={record} />
      <FromGrown record={record} />
      <RightsDays record={record} />
    </>
  )
}

type Props = { readonly record: LocalRecord<Agency> }

function useEdit(record: LocalRecord<Agency>) {
  const act = useAct()
  const doing = useDoing()
  const mayEdit = useMay('agency', 'edit', 'agency', record.id)
  const edit = (
    fields: Partial<
      Pick<Agency, 'rightsDays' | 'retentionSchedule' | 'retentionYears' | 'retentionFromGrown'>
    >,
  ) => doing.run(() => act({ kind: agency, recordId: record.id, verb: 'edit', input: {}, fields }))
  return { doing, mayEdit, edit }
}

function Schedule({ record }: Props) {
  const { doing, mayEdit, edit } = useEdit(record)
  const set = record.retentionSchedule
  return (
    <Section title={text('rights:schedule.title')} hint={text('rights:schedule.hint')}>
      <ul className={styles.lines}>
        {retentionClasses.map((name) => (
          <li key={name}>
            <ScheduleLine
              name={name}
              years={name === 'caseFile' ? record.retentionYears : (set[name] ?? null)}
              mayEdit={mayEdit}
              busy={doing.busy}
              onConfirm={(years) =>
                void edit(
                  name === 'caseFile'
                    ? { retentionYears: years }
                    : { retentionSchedule: { ...set, [name]: years } },
                )
              }
            />
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
    </Section>
  )
}

function ScheduleLine({
  name,
  years,
  mayEdit,
  busy,
  onConfirm,
}: {
  readonly name: RetentionClass
  readonly years: number | null
  readonly mayEdit: boolean
  readonly busy: boolean
  readonly onConfirm: (years: number) => void
}) {
  const proposal = retentionProposals[name]
  const [chosen, setChosen] = useState<number>(years ?? proposal.years)
  return (
    <>
      <Text fw={600}>{text(`rights:schedule.classes.${name}`)}</Text>
      <Text>
        {years === null
          ? text('rights:schedule.open')
          : text('rights:schedule.confirmed', { years })}
      </Text>
      <Text c="gray.7" size="sm">
        {text('rights:schedule.proposal', {
          years: proposal.years,
          from: text(`rights:schedule.from.${proposal.from}`),
        })}{' '}
        {text(`rights:schedule.source.${proposal.source}`)}
      </Text>
      <Text c="gray.7" size="sm">
        {text('rights:schedule.afterwards', { what: text(`rights:classesDue.end.${name}`) })}
      </Text>
      {mayEdit && (
        <Group align="flex-end">
          <NumberInput
            label={text('rights:schedule.years')}
            aria-label={`${text(`rights:schedule.classes.${name}`)} ${text('rights:schedule.years')}`}
            suffix={text('rights:schedule.unit')}
            w="9rem"
            min={1}
            max={30}
            allowDecimal={false}
            value={chosen}
            onChange={(value) => setChosen(Number(value))}
          />
          <Button
            variant="default"
            loading={busy}
            disabled={chosen < 1 || chosen === years}
            onClick={() => onConfirm(chosen)}
          >
            {text('rights:schedule.confirm')}
          </Button>
        </Group>
      )}
    </>
  )
}

/** One tick of a person: without it only the last service counts. */
function FromGrown({ record }: Props) {
  const { doing, mayEdit, edit } = useEdit(record)
  return (
    <>
      <Checkbox
        label={text('rights:schedule.fromGrown')}
        checked={record.retentionFromGrown}
        disabled={!mayEdit || doing.busy}
        onChange={({ currentTarget }) => void edit({ retentionFromGrown: currentTarget.checked })}
      />
      <DoingNote doing={doing} />
    </>
  )
}

function RightsDays({ record }: Props) {
  const { doing, mayEdit, edit } = useEdit(record)
  const [days, setDays] = useState<number>(record.rightsDays ?? proposedRightsDays)
  return (
    <Section title={text('rights:settings.title')} hint={text('rights:settings.explain')}>
      <Text>
        {record.rightsDays === null
          ? text('rights:settings.notSet')
          : text('rights:settings.set', { count: record.rightsDays })}
      </Text>
      {mayEdit && (
        <Form onSubmit={() => void edit({ rightsDays: days })}>
          <Group align="flex-end">
            <NumberInput
              label={text('rights:settings.days')}
              min={1}
              max={60}
              allowDecimal={false}
              value={days}
              onChange={(value) => setDays(Number(value))}
            />
            <Button type="submit" variant="default" loading={doing.busy}>
              {text('rights:settings.save')}
            </Button>
          </Group>
        </Form>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}
