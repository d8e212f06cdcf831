import { Button, TextInput } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import {
  episode,
  type Episode,
  episodeSenses,
  episodeSettings,
} from '../../../core/inquiry/observation/episode.ts'
import { type HomeVisit, homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { cutWords } from '../../../core/kit/cut-words.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import {
  DoingNote,
  EmptyState,
  Form,
  Page,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../../kit/index.ts'
import { type LocalRecord, useActor, useRecord, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { FactsFields, FamilyChoice, onlyOf, PressRow, RestoredNote } from './form-parts.tsx'
import { Doer, PeopleFields } from './episode-people.tsx'
import { MeetingChoice } from './meeting-choice.tsx'
import { TimeFields } from './time-fields.tsx'
import { useNameable } from './use-observation.ts'
import { type RecordForm, useRecordForm } from './use-record-form.ts'

/** One thing that was seen: who did what to whom; what the observer makes of it stands apart. */
export function EpisodeFormPage() {
  const { episodeId } = useParams()
  const its = useRecord(episode, episodeId)
  const [asked] = useSearchParams()
  const { staffId } = useActor()
  const visit = useRecord(homeVisit, asked.get('visit') ?? '')
  if (episodeId !== undefined && its?.observerId !== staffId)
    return (
      <Page title={text('observation:episode.change')}>
        <EmptyState title={text('observation:missing')} hint={text('observation:missingHint')} />
      </Page>
    )
  const familyId = visit?.familyId ?? asked.get('family') ?? ''
  return (
    <EpisodeForm
      key={episodeId ?? visit?.id ?? familyId}
      its={its}
      familyId={familyId}
      visit={visit}
    />
  )
}

/** Facts and reading of the visit; which target they bear on, the observer ticks. */
function readVisit({ childIds, atHomeIds, onDay, seen, said, inference }: HomeVisit) {
  const [childId = null] = childIds
  return {
    childId,
    personIds: [...new Set([...childIds, ...atHomeIds])].slice(0, 12),
    setting: 'home' as const,
    onDay,
    seen: cutWords(seen, 4000),
    said: cutWords(said, 4000),
    inference: cutWords(inference, 2000),
  }
}

function EpisodeForm({
  its,
  familyId,
  visit,
}: {
  readonly its: LocalRecord<Episode> | null
  readonly familyId: string
  /** The visit out of which it is made: what was seen there need not be typed again. */
  readonly visit: LocalRecord<HomeVisit> | null
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const only = onlyOf(useNameable(familyId, 'assessment').children)
  const form = useRecordForm({
    kind: episode,
    place: visit?.id ?? familyId,
    record: its,
    initial: {
      familyId: familyId === '' ? null : familyId,
      childId: only,
      personIds: only === null ? [] : [only],
      setting: familyId === '' ? 'village' : 'home',
      onDay: today,
      observerId: staffId,
      ...(visit === null ? {} : readVisit(visit)),
    },
  })
  if (form === null) return null
  const { fields, set } = form
  const save = async () => {
    const id = await form.save()
    if (id !== null) await navigate(`/inquiry/observation/episodes/${id}`)
  }
  const inFamily = fields.familyId !== null
  return (
    <Page
      title={text(its === null ? 'observation:episode.new' : 'observation:episode.change')}
      back={{
        to: its === null ? listOf(fields.familyId) : `/inquiry/observation/episodes/${its.id}`,
        label: text('kit:back'),
      }}
    >
      <Form onSubmit={() => void save()}>
        <RestoredNote form={form} />
        <Section title={text('observation:form.whom')}>
          {its === null && (
            <FamilyChoice
              value={fields.familyId ?? ''}
              none={text('interview:noFamily')}
              onChange={(id) =>
                set({
                  familyId: id === '' ? null : id,
                  ...{ childId: null, personIds: [], actorId: null, towardId: null },
                })
              }
            />
          )}
          {fields.familyId !== null && <PeopleFields form={form} familyId={fields.familyId} />}
          <Doer form={form} inFamily={inFamily} idField="actorId" wordsField="actorWords" />
          <Doer form={form} inFamily={inFamily} idField="towardId" wordsField="towardWords" />
        </Section>
        <Section title={text('observation:form.what')} hint={text('observation:form.whatHint')}>
          <FactsFields fields={fields} set={set} seenHint={text('observation:form.seenHint')} />
        </Section>
        <Section title={text('observation:form.meaning')}>
          <PressRow
            label={text('observation:fields.targets')}
            hint={text('observation:form.targetsHint')}
            options={programmeTargets.map((target) => ({
              value: target,
              label: text(`groupwork:target.${target}`),
            }))}
            chosen={fields.targets}
            onChange={(targets) => set({ targets })}
          />
          <SegmentedChoice
            label={text('observation:fields.sense')}
            options={episodeSenses.map((sense) => ({
              value: sense,
              label: text(`observation:sense.${sense}`),
            }))}
            value={fields.sense}
            onChange={(sense) => set({ sense })}
          />
        </Section>
        <PlaceFields form={form} />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('kit:save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

function listOf(familyId: string | null): string {
  return familyId === null ? '/inquiry/observation' : `/inquiry/observation?family=${familyId}`
}

function PlaceFields({ form: { fields, set } }: { readonly form: RecordForm<Episode> }) {
  const today = useToday()
  return (
    <Section title={text('observation:form.whenWhere')}>
      <SegmentedChoice
        label={text('observation:fields.setting')}
        options={episodeSettings.map((setting) => ({
          value: setting,
          label: text(`observation:setting.${setting}`),
        }))}
        value={fields.setting}
        onChange={(setting) =>
          set({ setting, ...(setting === 'meeting' ? {} : { meetingId: null }) })
        }
      />
      {fields.setting === 'meeting' && fields.familyId !== null && (
        <MeetingChoice
          familyId={fields.familyId}
          value={fields.meetingId}
          onChange={(meetingId) => set({ meetingId })}
        />
      )}
      <div className={styles.fields}>
        <TextInput
          label={text('observation:fields.settingWords')}
          maxLength={120}
          value={fields.settingWords}
          onChange={(event) => set({ settingWords: event.currentTarget.value })}
        />
        <TimeFields fields={fields} set={set} today={today} />
      </div>
    </Section>
  )
}
