import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  type EvidenceSource,
  evidenceSource,
} from '../../../core/inquiry/evidence/evidence-source.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Form,
  Page,
  SaveOrCancel,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useRecord } from '../../sync/index.ts'
import { SourceFields } from './source-fields.tsx'
import { fieldsOf, inputOf, isDoiText, isNumberText, isUrlText } from './source-form.ts'

export function SourceFormPage() {
  const { sourceId } = useParams()
  const record = useRecord(evidenceSource, sourceId ?? '')
  if (sourceId !== undefined && record === null)
    return (
      <Page
        title={text('evidence:missing')}
        back={{ to: '/inquiry/evidence', label: text('evidence:title') }}
      >
        <EmptyState title={text('evidence:missing')} />
      </Page>
    )
  return <SourceForm key={sourceId ?? 'new'} before={record} id={sourceId ?? null} />
}

function SourceForm({
  before,
  id,
}: {
  readonly before: EvidenceSource | null
  readonly id: string | null
}) {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const language = currentLanguage()
  const [input, setInput] = useState(() => inputOf(before, language))
  const title = text(id === null ? 'evidence:edit.new' : 'evidence:edit.change')
  const sound =
    isDoiText(input.doi) &&
    isUrlText(input.url) &&
    [input.year, input.people].every(isNumberText) &&
    input.effects.every(({ value, from, to, level }) =>
      [value, from, to, level].every(isNumberText),
    )
  const save = async () => {
    if (!sound) return
    const recordId = id ?? newId()
    const made = await doing.run(() =>
      act({
        kind: evidenceSource,
        recordId,
        verb: id === null ? 'create' : 'edit',
        input: {},
        fields: fieldsAsJson(fieldsOf(input, before, language)),
      }),
    )
    if (made !== null) await navigate(`/inquiry/evidence/${recordId}`)
  }
  return (
    <Page title={title} back={{ to: '/inquiry/evidence', label: text('evidence:title') }}>
      <Form onSubmit={() => void save()} label={title}>
        <SourceFields
          input={input}
          set={(part) => setInput((present) => ({ ...present, ...part }))}
        />
        <DoingNote doing={doing} />
        <SaveOrCancel
          busy={doing.busy}
          onCancel={() =>
            void navigate(id === null ? '/inquiry/evidence' : `/inquiry/evidence/${id}`)
          }
        />
      </Form>
    </Page>
  )
}
