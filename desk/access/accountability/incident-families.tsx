import { Anchor, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  readingTraceShape,
  type TracedFamily,
} from '../../../core/access/accountability/reading-trace.ts'
import {
  type Affected,
  type Incident,
  incident,
  tellings,
} from '../../../core/access/accountability/incident.ts'
import { staff } from '../../../core/access/staff.ts'
import { family } from '../../../core/families/family.ts'
import {
  compareNames,
  DateField,
  DoingNote,
  EmptyState,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  callServer,
  type LocalRecord,
  useAct,
  useOnline,
  useRecord,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import styles from './accountability.module.css'
import { FamilyLetter } from './family-letter.tsx'

type Its = { readonly its: LocalRecord<Incident> }

/** Whom it touches: found from the reading log, then told one by one, or a reason why not. */
export function IncidentFamilies({ its }: Its) {
  const touched = Object.entries(its.families)
  return (
    <Section
      title={text('accountability:step.tellFamilies')}
      hint={text('accountability:incident.familiesHint')}
    >
      {its.state === 'open' && <Trace its={its} />}
      {touched.length === 0 && <EmptyState title={text('accountability:incident.noFamilies')} />}
      {its.state === 'open' && <AllAtOnce its={its} />}
      {touched.map(([familyId, affected]) => (
        <OneFamily
          key={`${familyId}${affected.telling}${affected.words}`}
          {...{ its, familyId, affected }}
        />
      ))}
      {touched.length > 0 && <FamilyLetter its={its} />}
    </Section>
  )
}

function useKeepFamilies(its: LocalRecord<Incident>) {
  const act = useAct()
  const doing = useDoing()
  const keep = (families: Incident['families']) =>
    doing.run(() =>
      act({ kind: incident, recordId: its.id, verb: 'edit', input: {}, fields: { families } }),
    )
  return { doing, keep }
}

/** The reading log says what an account or its devices were given in the time. */
function Trace({ its }: Its) {
  const online = useOnline()
  const people = [...useRecords(staff)].sort((left, right) => compareNames(left.name, right.name))
  const { doing, keep } = useKeepFamilies(its)
  const [whose, setWhose] = useState(its.staffId ?? '')
  const [found, setFound] = useState<readonly TracedFamily[] | null>(null)
  const trace = async () => {
    const asked = {
      staffId: whose,
      deviceId: null,
      from: its.from,
      until: its.until,
    }
    const answer = await doing.run(() => callServer('/api/reading-trace', asked, readingTraceShape))
    setFound(answer?.families ?? null)
  }
  const take = async () => {
    const fresh = (found ?? []).filter(({ familyId }) => its.families[familyId] === undefined)
    const lines = fresh.map(({ familyId }): [string, Affected] => [
      familyId,
      { telling: 'notYet', on: null, words: '' },
    ])
    await keep({ ...its.families, ...Object.fromEntries(lines) })
    setFound(null)
  }
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={text('accountability:incident.whose')}
          value={whose}
          data={[
            { value: '', label: text('accountability:incident.choose') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => setWhose(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!online || whose === ''}
          loading={doing.busy}
          onClick={() => void trace().catch(reportError)}
        >
          {text('accountability:incident.trace')}
        </Button>
      </Group>
      {!online && <Text>{text('accountability:incident.traceOffline')}</Text>}
      <DoingNote doing={doing} />
      {found !== null && (
        <Group>
          <Text>{text('accountability:incident.traced', { count: found.length })}</Text>
          {found.length > 0 && (
            <Button onClick={() => void take().catch(reportError)}>
              {text('accountability:incident.takeTraced')}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}

/** The same was said to all who have not been told, or the same reason holds for all of them. */
function AllAtOnce({ its }: Its) {
  const today = useToday()
  const { doing, keep } = useKeepFamilies(its)
  const [telling, setTelling] = useState<'told' | 'notNeeded'>('told')
  const [words, setWords] = useState('')
  const open = Object.entries(its.families).filter(([, one]) => one.telling === 'notYet')
  if (open.length < 2) return null
  const line: Affected = { telling, on: telling === 'told' ? today : null, words }
  const save = () =>
    keep({ ...its.families, ...Object.fromEntries(open.map(([id]) => [id, line])) })
  return (
    <div className={styles.risk}>
      <Text fw={600}>{text('accountability:incident.allTitle')}</Text>
      <div className={styles.fields}>
        <NativeSelect
          label={text('accountability:incident.telling')}
          value={telling}
          data={(['told', 'notNeeded'] as const).map((value) => ({
            value,
            label: text(`accountability:telling.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            setTelling(value === 'told' ? 'told' : 'notNeeded')
          }
        />
        <TextInput
          label={text(`accountability:incident.words.${telling}`)}
          maxLength={600}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button
          loading={doing.busy}
          disabled={telling === 'notNeeded' && words.trim() === ''}
          onClick={() => void save().catch(reportError)}
        >
          {text('accountability:incident.allSave', { count: open.length })}
        </Button>
      </div>
      <DoingNote doing={doing} />
    </div>
  )
}

function OneFamily({
  its,
  familyId,
  affected,
}: Its & { readonly familyId: string; readonly affected: Affected }) {
  const today = useToday()
  const own = useRecord(family, familyId)
  const { doing, keep } = useKeepFamilies(its)
  const [line, setLine] = useState<Affected>(affected)
  const closed = its.state === 'closed'
  const save = () => keep({ ...its.families, [familyId]: line }).catch(reportError)
  return (
    <div className={styles.risk}>
      {own === null ? (
        <Text>{text('accountability:incident.otherFamily', { id: familyId.slice(-6) })}</Text>
      ) : (
        <Anchor component={Link} to={`/families/${familyId}`}>
          {own.code}
        </Anchor>
      )}
      <div className={styles.fields}>
        <NativeSelect
          label={text('accountability:incident.telling')}
          value={line.telling}
          disabled={closed}
          data={tellings.map((value) => ({
            value,
            label: text(`accountability:telling.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) => {
            const telling = tellings.find((one) => one === value) ?? line.telling
            setLine({ ...line, telling, on: telling === 'told' ? (line.on ?? today) : line.on })
          }}
        />
        {line.telling === 'told' && (
          <DateField
            label={text('accountability:incident.toldOn')}
            value={line.on}
            max={today}
            onChange={(on) => setLine({ ...line, on })}
          />
        )}
        <TextInput
          label={text(`accountability:incident.words.${line.telling}`)}
          maxLength={600}
          disabled={closed}
          value={line.words}
          onChange={({ currentTarget }) => setLine({ ...line, words: currentTarget.value })}
        />
        {!closed && (
          <Button variant="default" loading={doing.busy} onClick={() => void save()}>
            {text('accountability:save')}
          </Button>
        )}
      </div>
      <DoingNote doing={doing} />
    </div>
  )
}
