import { Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { Section, text } from '../../kit/index.ts'
import { TalkPaperButton } from './talk-paper-button.tsx'

/** The text on paper, without names unless somebody asks for them. */
export function TalkPaperSection({ interviewId }: { readonly interviewId: string }) {
  const [byCode, setByCode] = useState(true)
  return (
    <Section title={text('interview:word.title')} hint={text('interview:word.hint')}>
      <Checkbox
        label={text('interview:word.hideNames')}
        checked={byCode}
        onChange={({ currentTarget }) => setByCode(currentTarget.checked)}
      />
      <Group>
        <TalkPaperButton
          form="talkTranscript"
          interviewIds={[interviewId]}
          codeId={null}
          byCode={byCode}
        />
      </Group>
    </Section>
  )
}
