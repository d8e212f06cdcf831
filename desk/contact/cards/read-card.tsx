import { Button, Text } from '@mantine/core'
import {
  type Card,
  type CardLanguage,
  cardWords,
  readAloud,
} from '../../../core/contact/cards/index.ts'
import { text, useVoice } from '../../kit/index.ts'
import { SpokenPlay } from '../../sync/index.ts'

/** In a worker's own voice where somebody has recorded it, else by the device. */
export function ReadCard(props: { readonly card: Card; readonly language: CardLanguage }) {
  return (
    <SpokenPlay
      words={cardWords(props.card.words[props.language])}
      otherwise={<ReadByDevice {...props} />}
    />
  )
}

/** Read by the device's own voice, without a network; a device that has none says so, and who reads instead. */
function ReadByDevice({
  card,
  language,
}: {
  readonly card: Card
  readonly language: CardLanguage
}) {
  const voice = useVoice(language)
  if (voice === 'unknown') return null
  if (voice === 'none')
    return (
      <Text size="sm" c="gray.7" role="status">
        {text('cards:page.noVoice')}
      </Text>
    )
  const joints = {
    say: text('cards:aloud.say'),
    toChild: text('cards:aloud.toChild'),
    toParent: text('cards:aloud.toParent'),
    notSo: text('cards:aloud.notSo'),
    butSo: text('cards:aloud.butSo'),
    decide: text('cards:aloud.decide'),
  }
  return (
    <>
      <Button variant="default" onClick={() => voice.say(readAloud(card.words[language], joints))}>
        {text('cards:page.read')}
      </Button>
      <Button variant="subtle" onClick={voice.stop}>
        {text('cards:page.stop')}
      </Button>
    </>
  )
}
