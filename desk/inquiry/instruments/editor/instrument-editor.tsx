import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { refuseBrokenScale } from '../../../../core/inquiry/check-scale.ts'
import { instrumentCodeShape, type Instrument } from '../../../../core/inquiry/instrument.ts'
import { done, refuse, type Outcome } from '../../../../core/kit/outcome.ts'
import { type Doing, DoingNote, Loading, RefusalNote, text } from '../../../kit/index.ts'
import styles from './editor.module.css'
import { ItemList } from './item-list.tsx'
import { NameFields } from './name-fields.tsx'
import { ScaleList } from './scale-list.tsx'
import { SectionList } from './section-list.tsx'
import { SetFields } from './set-fields.tsx'
import { TryIt } from './try-it.tsx'
import { type Editing, useEditing } from './use-editing.ts'

/** A questionnaire in the making: what is written on one side, on the other the same screens that will ask it. */
export function InstrumentEditor({
  name,
  initial,
  isNew,
  doing,
  onSave,
}: {
  /** Under which half-written work lies on this device. */
  readonly name: string
  readonly initial: Instrument
  readonly isNew: boolean
  readonly doing: Doing
  readonly onSave: (made: Outcome<Instrument>) => Promise<boolean>
}) {
  const editing = useEditing(name, initial)
  const [openId, setOpenId] = useState<string | null>(null)
  if (editing === null) return <Loading />
  const { shown, change } = editing
  const save = async () => {
    if (await onSave(checkNames(shown))) await editing.clear()
  }
  return (
    <>
      <Bar editing={editing} busy={doing.busy} onSave={() => void save()} />
      <DoingNote doing={doing} />
      <div className={styles.both}>
        <div className={styles.writing}>
          <NameFields shown={shown} change={change} isNew={isNew} />
          <ItemList shown={shown} change={change} openId={openId} onOpen={setOpenId} />
          <SetFields shown={shown} change={change} />
          <SectionList shown={shown} change={change} />
          <ScaleList shown={shown} change={change} />
          <StillWrong shown={shown} />
        </div>
        <aside className={styles.trying}>
          <TryIt shown={shown} openId={openId} />
        </aside>
      </div>
    </>
  )
}

function Bar({
  editing,
  busy,
  onSave,
}: {
  readonly editing: Editing
  readonly busy: boolean
  readonly onSave: () => void
}) {
  return (
    <div className={styles.bar}>
      <Group gap="xs">
        <Button loading={busy} onClick={onSave}>
          {text('inquiry:form.saveDraft')}
        </Button>
        <Button variant="default" disabled={!editing.canUndo} onClick={editing.undo}>
          {text('inquiry:editor.undo')}
        </Button>
        <Button variant="default" disabled={!editing.canRedo} onClick={editing.redo}>
          {text('inquiry:editor.redo')}
        </Button>
        {editing.restored && (
          <>
            <Text size="sm" c="gray.7">
              {text('inquiry:editor.restored')}
            </Text>
            <Button variant="subtle" size="compact-md" onClick={() => void editing.clear()}>
              {text('inquiry:editor.startOver')}
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}

/** A draft may be unfinished; what stands in the way of publishing is said all the time. */
function StillWrong({ shown }: { readonly shown: Instrument }) {
  const broken = refuseBrokenScale(shown)
  return broken === null ? (
    <Text c="gray.7">{text('inquiry:editor.ready')}</Text>
  ) : (
    <RefusalNote refusal={broken} />
  )
}

function checkNames(shown: Instrument): Outcome<Instrument> {
  if (!instrumentCodeShape.safeParse(shown.code.trim()).success)
    return refuse('InstrumentCodeNotValid', { code: shown.code })
  if (shown.version.trim() === '') return refuse('InstrumentVersionMissing')
  return done({ ...shown, code: shown.code.trim(), version: shown.version.trim(), state: 'draft' })
}
