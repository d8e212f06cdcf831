import { Button, Group, Text } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { programmeOf, type Programme } from '../../../core/groupwork/programme.ts'
import {
  announce,
  DoingNote,
  Form,
  Loading,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useKeptForm } from '../../sync/index.ts'
import { NotHere } from '../not-here.tsx'
import runStyles from '../run-plan.module.css'
import { CoverageList } from './coverage-list.tsx'
import { EditHead } from './edit-head.tsx'
import { EditSessions } from './edit-sessions.tsx'
import { draftOfEdit, readDraft } from './programme-drafts.ts'
import { type OpenProgramme, useProgramme } from './use-shelf.ts'

/** An agency's own programme under the pen; the words survive a lock until they are saved. */
export function EditPage() {
  const { programmeId = '' } = useParams()
  const open = useProgramme(programmeId)
  if (open === null) return <NotHere />
  if (!open.mayEdit)
    return (
      <Page title={open.own.title} back={wayBack(open)}>
        <Text>{text(`groupwork:library.kept.${open.kept ?? 'used'}`)}</Text>
      </Page>
    )
  return <EditForm key={open.own.id} open={open} />
}

function wayBack({ own }: OpenProgramme) {
  return { to: `/groupwork/programmes/${own.id}`, label: own.title }
}

function EditForm({ open }: { readonly open: OpenProgramme }) {
  const { own, counterpart } = open
  const stored = programmeOf(own)
  const kept = useKeptForm<Programme>(`programme:${own.id}`, stored, readDraft)
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  if (kept.value === null) return <Loading />
  const draft = kept.value
  const leave = async () => {
    await kept.clear()
    await navigate(wayBack(open).to)
  }
  const save = async () => {
    if ((await doing.run(() => act(draftOfEdit(own.id, draft, kept.base ?? stored)))) === null)
      return
    announce({ words: text('kit:savedHere') })
    await leave()
  }
  return (
    <Page title={text('groupwork:library.editing', { title: own.title })} back={wayBack(open)}>
      {kept.restored && (
        <Group gap="sm">
          <Text>{text('groupwork:library.restored')}</Text>
          <Button variant="default" size="compact-md" onClick={() => kept.restart(stored)}>
            {text('groupwork:new.startOver')}
          </Button>
        </Group>
      )}
      {counterpart !== null && <Text c="gray.7">{text('groupwork:library.besideHint')}</Text>}
      <Form onSubmit={() => void save()} label={text('groupwork:library.edit')}>
        <Section title={text('groupwork:library.about')}>
          <EditHead
            draft={draft}
            beside={counterpart}
            onChange={(part) => kept.change({ ...draft, ...part })}
          />
        </Section>
        <Section title={text('groupwork:library.sessions')}>
          <EditSessions
            sessions={draft.sessions}
            beside={counterpart?.sessions ?? []}
            onChange={(sessions) => kept.change({ ...draft, sessions })}
          />
        </Section>
        <CoverageList sessions={draft.sessions} />
        <StickyActions>
          <div className={runStyles.note}>
            <DoingNote doing={doing} />
          </div>
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {text('kit:cancel')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}
