import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { programmeId } from '../../../core/groupwork/programme-parse.ts'
import { proposeName } from '../../../core/groupwork/programme-shelf.ts'
import { programmeOf } from '../../../core/groupwork/programme.ts'
import { DoingNote, Form, text, useDoing } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import { draftOfNew } from './programme-drafts.ts'
import type { OpenProgramme } from './use-shelf.ts'

export type CopyFor = 'change' | 'translation'

/** A copy of one's own: to change it, or to say it in the other language beside the first. */
export function CopyDialog({
  open,
  copyFor,
  onClose,
}: {
  readonly open: OpenProgramme
  readonly copyFor: CopyFor
  readonly onClose: () => void
}) {
  const { own, shelf } = open
  const [name, setName] = useState(() =>
    copyFor === 'translation'
      ? { title: own.title, code: own.code, version: own.version }
      : {
          title: text('groupwork:library.copyOf', { title: own.title }),
          ...proposeName(shelf, own),
        },
  )
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const other = own.language === 'en' ? 'zh-CN' : 'en'
  const language = copyFor === 'translation' ? other : own.language
  const copy = async () => {
    const fresh = { ...programmeOf(own), ...name, title: name.title.trim(), language }
    const draft = draftOfNew(shelf, fresh)
    if ((await doing.run(async () => (draft.ok ? act(draft.value) : draft))) === null) return
    await navigate(`/groupwork/programmes/${programmeId(fresh)}/edit`)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(`groupwork:library.copy.${copyFor}`)}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Form onSubmit={() => void copy()} label={text(`groupwork:library.copy.${copyFor}`)}>
        <Stack gap="sm">
          <Text size="sm" c="gray.7">
            {text(`groupwork:library.copyHint.${copyFor}`)}
          </Text>
          <TextInput
            label={text('groupwork:library.name')}
            required
            maxLength={120}
            value={name.title}
            onChange={(event) => setName({ ...name, title: event.currentTarget.value })}
          />
          {copyFor === 'change' && (
            <>
              <TextInput
                label={text('groupwork:library.code')}
                description={text('groupwork:library.codeHint')}
                required
                maxLength={40}
                pattern="[a-z0-9\-]+"
                value={name.code}
                onChange={(event) => setName({ ...name, code: event.currentTarget.value })}
              />
              <TextInput
                label={text('groupwork:library.version')}
                required
                maxLength={20}
                value={name.version}
                onChange={(event) => setName({ ...name, version: event.currentTarget.value })}
              />
            </>
          )}
          <DoingNote doing={doing} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('kit:cancel')}
            </Button>
            <Button type="submit" loading={doing.busy}>
              {text('groupwork:library.copyNow')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
