import { SimpleGrid, TextInput } from '@mantine/core'
import type { Programme } from '../../core/groupwork/programme.ts'
import { text } from '../kit/index.ts'
import type { GroupDraft } from './group-draft.ts'

export function HeadFields({
  draft,
  programme,
  onChange,
}: {
  readonly draft: Pick<GroupDraft, 'title' | 'code' | 'place' | 'onlineTool'>
  readonly programme: Programme | null
  readonly onChange: (
    part: Partial<Pick<GroupDraft, 'title' | 'code' | 'place' | 'onlineTool'>>,
  ) => void
}) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={text('groupwork:fields.title')}
        placeholder={text('groupwork:new.titleExample')}
        required
        maxLength={120}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label={text('groupwork:fields.code')}
        required
        maxLength={40}
        value={draft.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <TextInput
        label={text('groupwork:fields.place')}
        placeholder={text('groupwork:new.placeExample')}
        maxLength={120}
        value={draft.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <TextInput
        label={text('groupwork:fields.onlineTool')}
        placeholder={text('groupwork:new.toolExample')}
        description={programme === null ? undefined : text('groupwork:new.toolHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={80}
        value={draft.onlineTool}
        onChange={(event) => onChange({ onlineTool: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
