import { Alert, Button, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import type { Checklist } from '../../../core/inquiry/observation/checklist.ts'
import {
  type ItemRating,
  observationSheet,
} from '../../../core/inquiry/observation/observation-sheet.ts'
import {
  ConfirmButton,
  ConflictMark,
  currentLanguage,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useActor, useMay, useReadLog, useRecord } from '../../sync/index.ts'
import { usePeople } from '../interview/use-interviews.ts'
import { findChecklist } from './checklists.ts'
import styles from './observation.module.css'
import { type SameOccasion, type SheetRecord, useSameOccasion } from './use-same-occasion.ts'
import { scopeOf, useStaffNames } from './use-observation.ts'
import { Rate } from './rate-sheet.tsx'

/** One observer's sheet: rated by its observer; read by others once they may. */
export function SheetPage() {
  const { sheetId } = useParams()
  const its = useRecord(observationSheet, sheetId)
  useReadLog('observationSheet', its === null ? null : its.id)
  const list = its === null ? null : findChecklist(its.checklistCode)
  if (its === null || list === null)
    return (
      <Page
        title={text('observation:missing')}
        back={{ to: '/inquiry/observation', label: text('observation:list.title') }}
      >
        <EmptyState
          title={text(its === null ? 'observation:missing' : 'observation:sheet.unknownList')}
          hint={text('observation:missingHint')}
        />
      </Page>
    )
  return <Sheet key={its.id} its={its} list={list} />
}

function Sheet({ its, list }: { readonly its: SheetRecord; readonly list: Checklist }) {
  const { staffId } = useActor()
  const occasion = useSameOccasion(its)
  const isOwn = its.observerId === staffId
  return (
    <Page
      title={list.title[currentLanguage()]}
      back={{
        to: `/inquiry/observation?family=${its.familyId}`,
        label: text('observation:list.title'),
      }}
      marks={
        <>
          <UnsentMark record={its} />
          {isOwn && <ConflictMark kind={observationSheet} record={its} />}
        </>
      }
      actions={<SheetActions its={its} occasion={occasion} />}
    >
      <Occasion its={its} />
      {isOwn && its.state === 'open' && <Rate its={its} list={list} />}
      {isOwn && its.state === 'done' && <Rated its={its} list={list} />}
      {!isOwn && <OfAnother its={its} list={list} occasion={occasion} />}
    </Page>
  )
}

function Occasion({ its }: { readonly its: SheetRecord }) {
  const people = usePeople()
  const staffName = useStaffNames()
  const name = (id: string) => people.person(id)?.name ?? ''
  return (
    <Facts
      rows={[
        {
          label: text('observation:sheet.whom'),
          value: `${name(its.childId)} · ${name(its.adultId)}`,
        },
        {
          label: text('observation:sheet.occasion'),
          value: text('observation:sheet.onAndNo', { day: formatDay(its.onDay), no: its.no }),
        },
        { label: text('observation:fields.observerId'), value: staffName(its.observerId) },
      ]}
    />
  )
}

function SheetActions({
  its,
  occasion: { others, mayRead, knowsOthers },
}: {
  readonly its: SheetRecord
  readonly occasion: SameOccasion
}) {
  const { staffId } = useActor()
  const may = useMay('observationSheet', 'edit', scopeOf(its.familyId), its.id)
  const act = useAct()
  const doing = useDoing()
  const isOwn = its.observerId === staffId
  const reopen = () =>
    void doing.run(() =>
      act({
        ...{ kind: observationSheet, recordId: its.id, verb: 'reopen' },
        ...{ input: { knewOthers: knowsOthers }, fields: {} },
      }),
    )
  return (
    <>
      {others.length > 0 && mayRead && (
        <Button component={Link} to="agreement" variant="default">
          {text('observation:agreement.title')}
        </Button>
      )}
      {isOwn && may && its.state === 'done' && (
        <ConfirmButton
          question={text(
            knowsOthers ? 'observation:sheet.reopenKnowing' : 'observation:sheet.reopenQuestion',
          )}
          confirmLabel={text('observation:sheet.reopen')}
          onConfirm={reopen}
        >
          {text('observation:sheet.reopen')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

function Rated({ its, list }: { readonly its: SheetRecord; readonly list: Checklist }) {
  const language = currentLanguage()
  return (
    <Section title={text('observation:fields.ratings')}>
      {its.knewOthers && (
        <Alert color="yellow" variant="light">
          {text('observation:sheet.knewOthers')}
        </Alert>
      )}
      <ul className={styles.rows}>
        {list.items.map((item) => (
          <li key={item.id} className={styles.row}>
            <Text>
              {item.look[language]} · <strong>{ratingText(its.ratings[item.id])}</strong>
            </Text>
            {(its.notes[item.id] ?? '') !== '' && (
              <Text size="sm" c="gray.7" className={styles.words}>
                {its.notes[item.id]}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {its.memo !== '' && <Text className={styles.words}>{its.memo}</Text>}
    </Section>
  )
}

export function ratingText(rating: ItemRating | undefined): string {
  if (rating === undefined) return '–'
  return rating === 'notSeen' ? text('observation:sheet.notSeen') : String(rating)
}

/** OBS-5: whoever was there too is not shown another's ratings before their own are done. */
function OfAnother({
  its,
  list,
  occasion: { own, mayRead, look },
}: {
  readonly its: SheetRecord
  readonly list: Checklist
  readonly occasion: SameOccasion
}) {
  const may = useMay('observationSheet', 'create', scopeOf(its.familyId))
  if (its.state === 'done' && mayRead) return <Rated its={its} list={list} />
  const asked = new URLSearchParams({
    ...{ family: its.familyId, child: its.childId, adult: its.adultId },
    ...{ list: its.checklistCode, day: its.onDay, no: String(its.no) },
  })
  const to =
    own === null
      ? `/inquiry/observation/sheets/new?${asked.toString()}`
      : `/inquiry/observation/sheets/${own.id}`
  return (
    <EmptyState
      title={text(its.state === 'open' ? 'observation:sheet.notDone' : 'observation:sheet.blind')}
      hint={text('observation:sheet.blindHint')}
      action={
        <>
          {may && (
            <Button component={Link} to={to}>
              {text(own === null ? 'observation:sheet.alsoThere' : 'observation:sheet.toOwn')}
            </Button>
          )}
          {own === null && its.state === 'done' && (
            <Button variant="default" onClick={look}>
              {text('observation:sheet.notThere')}
            </Button>
          )}
        </>
      }
    />
  )
}
