import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { supervisionQuestion } from '../../../core/casework/supervision/supervision-question.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, Page, StickyActions, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useActor, useKeptDraft, useToday } from '../../sync/index.ts'
import styles from './supervision.module.css'
import { readAbout, useAboutNames, useColleagues, wayTo } from './use-supervision.ts'

/** Something to take to supervision, noted where it came up. */
export function QuestionPage() {
  const [search] = useSearchParams()
  const about = readAbout(search.get('about'))
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const today = useToday()
  const { staffId } = useActor()
  const nameOf = useAboutNames()
  const { supervisors } = useColleagues()
  const others = supervisors.filter(({ id }) => id !== staffId)
  const [to, setTo] = useState<string | null>(null)
  const kept = useKeptDraft(`question:${about?.id ?? ''}`, '', (found) =>
    typeof found === 'string' ? found : null,
  )
  const chosen = to ?? others[0]?.id ?? ''
  const words = kept.value ?? ''
  const back = about === null ? '/casework/supervision' : wayTo(about)
  const save = async () => {
    const parties = {
      [staffId]: 'supervisee' as const,
      ...(chosen === '' ? {} : { [chosen]: 'supervisor' as const }),
    }
    const fields = { parties, about, words: words.trim(), on: today }
    const draft = draftRecord(supervisionQuestion, newId(), fields)
    if ((await doing.run(() => act(draft))) === null) return
    await kept.clear()
    announce({ words: text('supervision:question.saved') })
    await navigate(back)
  }
  return (
    <Page
      title={text('supervision:question.open')}
      back={{ to: back, label: about === null ? text('supervision:title') : nameOf(about) }}
    >
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('supervision:question.open')}
      >
        {about !== null && (
          <p className={styles.fine}>
            {text('supervision:question.about', {
              kind: text(`supervision:record.kind.${about.kind}`),
              name: nameOf(about),
            })}
          </p>
        )}
        <Textarea
          label={text('supervision:question.placeholder')}
          autosize
          minRows={3}
          maxLength={2000}
          required
          autoFocus
          value={words}
          onChange={({ currentTarget }) => kept.change(currentTarget.value)}
        />
        <NativeSelect
          label={text('supervision:question.to')}
          value={chosen}
          data={[
            ...others.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: text('supervision:question.toNobody') },
          ]}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy} disabled={words.trim() === ''}>
            {text('supervision:question.save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}
