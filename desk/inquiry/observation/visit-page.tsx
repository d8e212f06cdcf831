import { Button, Checkbox } from '@mantine/core'
import { Link, useNavigate, useParams } from 'react-router'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { staff } from '../../../core/access/staff.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import {
  type DescribedVisit,
  describeHomeVisit,
} from '../../../core/inquiry/observation/describe-home-visit.ts'
import { homeVisit, type HomeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  formatList,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useActor,
  useMay,
  useReadLog,
  useRecord,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { FactsShown, Words } from './form-parts.tsx'
import styles from './observation.module.css'
import { scopeOf } from './use-observation.ts'
import { useContactText } from './visit-contact.tsx'
import { HarmAlert } from './visit-safety.tsx'

type VisitRecord = LocalRecord<HomeVisit>

export function VisitPage() {
  const { visitId } = useParams()
  const its = useRecord(homeVisit, visitId)
  useReadLog('homeVisit', its === null ? null : its.id)
  const back = { to: '/inquiry/observation', label: text('observation:list.title') }
  if (its === null)
    return (
      <Page title={text('observation:missing')} back={back}>
        <EmptyState title={text('observation:missing')} hint={text('observation:missingHint')} />
      </Page>
    )
  return (
    <Page
      title={text('observation:visit.on', { day: formatDay(its.onDay) })}
      back={{ ...back, to: `${back.to}?family=${its.familyId}` }}
      marks={
        <>
          <UnsentMark record={its} />
          <ConflictMark kind={homeVisit} record={its} />
        </>
      }
      actions={
        <>
          <Button component={Link} to={`/families/${its.familyId}`} variant="default">
            {text('goals:toFamily')}
          </Button>
          <Actions its={its} />
        </>
      }
    >
      <Visit its={its} />
    </Page>
  )
}

function Visit({ its }: { readonly its: VisitRecord }) {
  const { staffId } = useActor()
  const { familyId } = its
  const told = describeHomeVisit({
    visit: its,
    people: useRecords(person, { familyId }),
    staff: useRecords(staff),
    pairs: useRecords(pair, { familyId }),
    contactEntries: useRecords(contactEntry, { familyId }),
    today: useToday(),
  })
  return (
    <>
      {told.mayBeHarm.length > 0 && <HarmAlert points={told.mayBeHarm} />}
      <WhoShown told={told} />
      <AgreedSection its={its} told={told} />
      <WordsShown
        part="home"
        rows={[
          ['household', told.household],
          ['environment', told.environment],
        ]}
      />
      <SafetyShown told={told} />
      <ContactShown its={its} told={told} />
      <WordsShown part="school" rows={[['school', told.school]]} />
      <MoodShown told={told} />
      {told.seen + told.said + told.inference !== '' && (
        <Section title={text('observation:form.what')}>
          <FactsShown seen={told.seen} said={told.said} inference={told.inference} />
          {its.visitorId === staffId && (
            <Button
              component={Link}
              to={`/inquiry/observation/episodes/new?visit=${its.id}`}
              variant="default"
            >
              {text('observation:visit.toEpisode')}
            </Button>
          )}
        </Section>
      )}
    </>
  )
}

function WhoShown({ told }: { readonly told: DescribedVisit }) {
  const named = (all: DescribedVisit['children']) => formatList(all.map(({ name }) => name))
  const rows = [
    { label: text('observation:fields.childIds'), value: named(told.children) },
    {
      label: text('observation:fields.atHomeIds'),
      value: [named(told.atHome), told.atHomeWords].filter((part) => part !== '').join(' · '),
    },
    {
      label: text('observation:fields.visitorId'),
      value: [told.visitor, told.withWords].filter((part) => part !== '').join(' · '),
    },
    {
      label: text('observation:fields.onDay'),
      value: [
        formatDay(told.onDay),
        told.at,
        told.minutes === null ? '' : text('interview:minutes', { count: told.minutes }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text('observation:visit.who')}>
      <Facts rows={rows} />
    </Section>
  )
}

/** OBS-7: each agreed thing is ticked off here, by whoever sees that it is done. */
function AgreedSection({
  its,
  told,
}: {
  readonly its: VisitRecord
  readonly told: DescribedVisit
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const may = useMay('homeVisit', 'edit', scopeOf(its.familyId), its.id)
  if (told.actions.length === 0 && told.nextOn === null) return null
  const mark = (key: string, done: boolean) => {
    const action = its.actions[key]
    if (action === undefined) return
    const actions = { ...its.actions, [key]: { ...action, doneOn: done ? today : null } }
    void doing.run(() =>
      act({ kind: homeVisit, recordId: its.id, verb: 'edit', input: {}, fields: { actions } }),
    )
  }
  return (
    <Section title={text('observation:fields.actions')}>
      {told.actions.map(({ key, what, who, byDay, doneOn, late }) => (
        <Checkbox
          key={key}
          disabled={!may}
          checked={doneOn !== null}
          onChange={(event) => mark(key, event.currentTarget.checked)}
          label={<span className={doneOn === null ? '' : styles.done}>{what}</span>}
          description={
            <span className={late ? styles.late : ''}>
              {[
                who,
                byDay === null ? '' : text('observation:visit.by', { day: formatDay(byDay) }),
                doneOn === null ? '' : text('observation:visit.doneOn', { day: formatDay(doneOn) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          }
        />
      ))}
      <DoingNote doing={doing} />
      {told.nextOn !== null && (
        <Facts
          rows={[{ label: text('observation:fields.nextOn'), value: formatDay(told.nextOn) }]}
        />
      )}
    </Section>
  )
}

function WordsShown({
  part,
  rows,
}: {
  readonly part: 'home' | 'school'
  readonly rows: readonly (readonly [string, string])[]
}) {
  const filled = rows.filter(([, words]) => words !== '')
  if (filled.length === 0) return null
  return (
    <Section title={text(`observation:visit.${part}`)}>
      {filled.map(([name, words]) => (
        <Words key={name} label={text(`observation:fields.${name}`)} words={words} />
      ))}
    </Section>
  )
}

function SafetyShown({ told }: { readonly told: DescribedVisit }) {
  const answered = told.safety.flatMap(({ point, answer, note }) =>
    answer === null ? [] : [{ point, answer, note }],
  )
  if (answered.length === 0) return null
  return (
    <Section
      title={text('observation:fields.safety')}
      hint={text('observation:visit.safetyAnswered', {
        count: answered.length,
        all: told.safety.length,
      })}
    >
      <Facts
        rows={answered.map(({ point, answer, note }) => ({
          label: text(`observation:safety.${point}`),
          value: (
            <span className={answer === 'no' ? styles.late : ''}>
              {[text(`observation:safetyAnswer.${answer}`), note]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          ),
        }))}
      />
    </Section>
  )
}

function ContactShown({ its, told }: { readonly its: VisitRecord; readonly told: DescribedVisit }) {
  const lineText = useContactText()
  const lines = useRecords(contactEntry, { familyId: its.familyId })
  const spokenOf = told.contacts.flatMap(({ id }) => lines.find((line) => line.id === id) ?? [])
  if (spokenOf.length === 0 && told.contactWords === '') return null
  return (
    <Section title={text('observation:fields.contactWords')}>
      {spokenOf.length > 0 && (
        <ul className={styles.rows}>
          {spokenOf.map((line) => (
            <li key={line.id}>{lineText(line)}</li>
          ))}
        </ul>
      )}
      {told.contactWords !== '' && (
        <Words label={text('observation:visit.contactSaid')} words={told.contactWords} />
      )}
    </Section>
  )
}

function MoodShown({ told: { moodFace, moodWords } }: { readonly told: DescribedVisit }) {
  if (moodFace === null && moodWords === '') return null
  return (
    <Section title={text('observation:visit.mood')}>
      {moodFace !== null && (
        <Facts
          rows={[
            {
              label: text('observation:fields.moodFace'),
              value: text(`observation:mood.${moodFace}`),
            },
          ]}
        />
      )}
      {moodWords !== '' && <Words label={text('observation:fields.moodWords')} words={moodWords} />}
    </Section>
  )
}

function Actions({ its }: { readonly its: VisitRecord }) {
  const { staffId } = useActor()
  const scope = scopeOf(its.familyId)
  const may = useMay('homeVisit', 'edit', scope, its.id)
  const isOwn = its.visitorId === staffId
  const mayRemove = useMay('homeVisit', 'remove', scope, its.id) || isOwn
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  if (!may) return null
  const remove = async () => {
    const made = await doing.run(() =>
      act({ kind: homeVisit, recordId: its.id, verb: 'remove', input: {}, fields: {} }),
    )
    if (made !== null) await navigate(`/inquiry/observation?family=${its.familyId}`)
  }
  return (
    <>
      <Button component={Link} to="change" variant="default">
        {text(isOwn ? 'observation:visit.change' : 'observation:visit.followUp')}
      </Button>
      <Button
        component={Link}
        to={`/paperwork/families/${its.familyId}?visit=${its.id}`}
        variant="default"
      >
        {text('paperwork:family.open')}
      </Button>
      {mayRemove && (
        <ConfirmButton
          question={text('observation:visit.removeQuestion')}
          confirmLabel={text('kit:remove')}
          onConfirm={() => void remove()}
        >
          {text('kit:remove')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
