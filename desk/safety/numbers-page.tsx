import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { family } from '../../core/families/family.ts'
import { agencyCallList, callList, type CallList, callListId } from '../../core/safety/call-list.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import {
  compareNames,
  ConflictMark,
  DoingNote,
  formatTime,
  Page,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useAgency,
  useMay,
  useRecord,
  useRecords,
} from '../sync/index.ts'
import { HistoryList, listMarks } from '../sync/history-list.tsx'
import { fieldText } from '../kit/index.ts'
import { agency } from '../../core/access/agency.ts'
import { ExtraNumbers } from './extra-numbers.tsx'
import { NumberRows } from './number-rows.tsx'
import styles from './safety.module.css'

/** Whom to call, county by county: supervisors and administrators keep it, everybody reads it. */
export function NumbersPage() {
  const lists = useRecords(callList)
  const mayEdit = useMay('callList', 'edit', 'agency')
  const { id } = useAgency()
  const home = useRecord(agency, id)
  const [chosen, setChosen] = useState<string | null>(null)
  const county =
    chosen ?? lists.find((one) => one.county === home?.county)?.county ?? agencyCallList
  const its = lists.find((one) => one.county === county) ?? null
  const counties = lists.map((one) => one.county).filter((one) => one !== agencyCallList)
  return (
    <Page
      title={text('safety:numbers.title')}
      back={{ to: '/safety', label: text('safety:list.title') }}
    >
      <Text className={styles.quiet}>{text('safety:numbers.hint')}</Text>
      <NativeSelect
        label={text('safety:fields.county')}
        value={county}
        data={[
          { value: agencyCallList, label: text('safety:numbers.whole') },
          ...counties.toSorted(compareNames).map((value) => ({ value, label: value })),
        ]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {its === null ? (
        <Begin county={county} mayEdit={mayEdit} />
      ) : (
        <CountyList key={its.id} its={its} mayEdit={mayEdit} />
      )}
      {mayEdit && <NewCounty known={counties} onMade={setChosen} />}
    </Page>
  )
}

/** The national numbers hold until somebody has looked into those of the county. */
function Begin({ county, mayEdit }: { readonly county: string; readonly mayEdit: boolean }) {
  const act = useAct()
  const doing = useDoing()
  const { id } = useAgency()
  return (
    <>
      <NumberRows its={null} />
      {mayEdit && (
        <Group>
          <Button
            onClick={() =>
              void doing.run(() => act(draftRecord(callList, callListId(id, county), { county })))
            }
          >
            {text('safety:numbers.begin')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

function NewCounty({
  known,
  onMade,
}: {
  readonly known: readonly string[]
  readonly onMade: (county: string) => void
}) {
  const act = useAct()
  const doing = useDoing()
  const { id } = useAgency()
  const [county, setCounty] = useState('')
  const name = county.trim()
  const add = async () => {
    const made = await doing.run(() =>
      act(draftRecord(callList, callListId(id, name), { county: name })),
    )
    if (made === null) return
    setCounty('')
    onMade(name)
  }
  return (
    <Section title={text('safety:numbers.newCounty')}>
      <Group align="flex-end">
        <TextInput
          label={text('safety:fields.county')}
          value={county}
          maxLength={120}
          onChange={({ currentTarget }) => setCounty(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={name === '' || known.includes(name)}
          onClick={() => void add().catch(reportError)}
        >
          {text('safety:numbers.add')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Section>
  )
}

function CountyList({
  its,
  mayEdit,
}: {
  readonly its: LocalRecord<CallList>
  readonly mayEdit: boolean
}) {
  const past = Object.entries(its.past).sort(([left], [right]) => right.localeCompare(left))
  return (
    <>
      <ConflictMark kind={callList} record={its} />
      <NumberRows its={its} mayEdit={mayEdit} />
      <ExtraNumbers its={its} mayEdit={mayEdit} />
      {its.county === agencyCallList ? (
        <SetTimes its={its} mayEdit={mayEdit} />
      ) : (
        <Townships its={its} mayEdit={mayEdit} />
      )}
      <details className={styles.more}>
        <summary>{text('safety:numbers.history')}</summary>
        {past.map(([at, words]) => (
          <Text key={at}>
            <span className={styles.quiet}>{formatTime(at)}</span> {words}
          </Text>
        ))}
        <HistoryList
          marks={listMarks('', its)}
          nameField={(field) => fieldText(field)}
          moreLabel={(count) => text('safety:list.showClosed', { count })}
        />
      </details>
    </>
  )
}

function Townships({
  its,
  mayEdit,
}: {
  readonly its: LocalRecord<CallList>
  readonly mayEdit: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  const known = [...new Set(useRecords(family).map(({ township }) => township))]
  const all = [...new Set([...its.townships, ...known])].filter((one) => one !== '')
  const toggle = (township: string) => {
    const townships = its.townships.includes(township)
      ? its.townships.filter((one) => one !== township)
      : [...its.townships, township]
    void doing.run(() =>
      act({ kind: callList, recordId: its.id, verb: 'edit', input: {}, fields: { townships } }),
    )
  }
  return (
    <Section title={text('safety:fields.townships')} hint={text('safety:numbers.townshipsHint')}>
      <Group gap="xs">
        {all.toSorted(compareNames).map((township) => (
          <Button
            key={township}
            disabled={!mayEdit}
            variant={its.townships.includes(township) ? 'filled' : 'default'}
            aria-pressed={its.townships.includes(township)}
            onClick={() => toggle(township)}
          >
            {township}
          </Button>
        ))}
      </Group>
      <DoingNote doing={doing} />
    </Section>
  )
}

const times = { unseenHours: [1, 2, 4, 8, 12, 24], managerHours: [4, 8, 12, 24, 48, 72] } as const

function SetTimes({
  its,
  mayEdit,
}: {
  readonly its: LocalRecord<CallList>
  readonly mayEdit: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  return (
    <Section title={text('safety:numbers.times')} hint={text('safety:numbers.timesHint')}>
      <Group>
        {(['unseenHours', 'managerHours'] as const).map((field) => (
          <NativeSelect
            key={field}
            label={text(`safety:fields.${field}`)}
            disabled={!mayEdit}
            value={String(its[field])}
            data={times[field].map(String)}
            onChange={({ currentTarget }) => {
              const hours = Number(currentTarget.value)
              void doing.run(() =>
                act({
                  ...{ kind: callList, recordId: its.id, verb: 'edit', input: {} },
                  fields: { [field]: hours },
                }),
              )
            }}
          />
        ))}
      </Group>
      <DoingNote doing={doing} />
    </Section>
  )
}
