import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import { type InterviewRecord, scopeOfInterview } from './use-interviews.ts'

/** The worker's own thoughts about the talk: kept apart from what was said. */
export function KeptWords({ its }: { readonly its: InterviewRecord }) {
  const act = useAct()
  const doing = useDoing()
  const may = useMay('interview', 'edit', scopeOfInterview(its), its.id)
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    const made = await doing.run(() =>
      act({
        kind: interview,
        recordId: its.id,
        verb: 'edit',
        input: {},
        fields: { memo: typed ?? '' },
      }),
    )
    if (made !== null) setTyped(null)
  }
  return (
    <>
      <Textarea
        aria-label={text('interview:fields.memo')}
        autosize
        minRows={2}
        maxLength={8000}
        disabled={!may}
        value={typed ?? its.memo}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed !== null && typed !== its.memo && (
        <Group>
          <Button loading={doing.busy} onClick={() => void save()}>
            {text('kit:save')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
