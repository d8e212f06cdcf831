import { Button, Group, Text, Textarea } from '@mantine/core'
import { answerKindOf } from '../../../core/families/answer-kind-of.ts'
import { rightsRequest } from '../../../core/families/rights-request.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { useAct, useActor, useKeptWords, useMay } from '../../sync/index.ts'
import type { RequestProps } from './file-links.tsx'

/** A refusal has no copy to look through, and nobody hands anything over by agreeing to it. */
const wordsFor = {
  copy: { hint: 'rights:page.reviewHint', agree: 'rights:page.agree' },
  done: { hint: 'rights:page.reviewHintDone', agree: 'rights:page.agreeDone' },
  refused: { hint: 'rights:page.reviewHintRefused', agree: 'rights:page.agreeRefused' },
} as const

/** A supervisor looks before anything leaves the house. */
export function Review({ request }: Pick<RequestProps, 'request'>) {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const kept = useKeptWords(`rights-review:${request.id}`)
  const words = kept.words
  const mayReview = useMay('rightsRequest', 'review', `family:${request.familyId}`, request.id)
  if (request.state !== 'inReview') return null
  const said = wordsFor[answerKindOf(request)]
  const decide = async (agrees: boolean) => {
    const input = { agrees, words }
    const change = { kind: rightsRequest, recordId: request.id, verb: 'review', input, fields: {} }
    if ((await doing.run(() => act(change))) !== null) await kept.clear()
  }
  if (!mayReview)
    return (
      <Section title={text('rights:page.reviewTitle')}>
        <Text>{text('rights:page.waiting')}</Text>
      </Section>
    )
  return (
    <Section title={text('rights:page.reviewTitle')} hint={text(said.hint)}>
      {request.writtenById === staffId && <Text c="gray.7">{text('rights:page.ownReview')}</Text>}
      <Textarea
        label={text('rights:page.reviewWords')}
        value={words}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group>
        <Button loading={doing.busy} onClick={() => void decide(true)}>
          {text(said.agree)}
        </Button>
        <Button
          variant="default"
          disabled={words.trim() === ''}
          loading={doing.busy}
          onClick={() => void decide(false)}
        >
          {text('rights:page.return')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Section>
  )
}
