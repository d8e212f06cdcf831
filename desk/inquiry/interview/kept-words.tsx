import { Text } from '@mantine/core'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { text } from '../../kit/index.ts'
import { KeptText, useActInTurn, useMay } from '../../sync/index.ts'
import { type InterviewRecord, scopeOfInterview } from './use-interviews.ts'

/** The worker's own thoughts about the talk: kept apart from what was said. */
export function KeptWords({ its }: { readonly its: InterviewRecord }) {
  const act = useActInTurn()
  const may = useMay('interview', 'edit', scopeOfInterview(its), its.id)
  if (!may) return <Text>{its.memo}</Text>
  return (
    <KeptText
      name={`interviewMemo:${its.id}`}
      label={text('interview:fields.memo')}
      value={its.memo}
      maxLength={8000}
      onSave={(memo, was) =>
        act(() => ({
          kind: interview,
          recordId: its.id,
          verb: 'edit',
          input: {},
          fields: { memo },
          base: { memo: was },
        }))
      }
    />
  )
}
