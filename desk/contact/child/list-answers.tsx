import { channelPictures } from '../../../core/contact/contact-pictures.ts'
import type { ReactNode } from 'react'
import type { ChildSays, ChildStep } from '../../../core/contact/child-tells.ts'
import type { ContactEntry } from '../../../core/contact/contact-entry.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import { ChoicePicture, Picture, text } from '../../kit/index.ts'
import type { KnownPair } from '../use-pair-contact.ts'

export interface ChildAnswer {
  readonly key: string
  readonly picture: ReactNode
  readonly words: string
  readonly says: ChildSays
}

interface Asked {
  readonly question: string
  readonly answers: readonly ChildAnswer[]
}

const waysOfChild = ['videoCall', 'voiceCall', 'voiceMessage', 'text', 'visit'] as const

const faces = [1, 2, 3, 4] as const

/** What a child is asked at a step, in words of its own: 妈妈, not the name. */
export function listAnswers(
  step: Exclude<ChildStep, 'done'>,
  says: ChildSays | null,
  pairs: readonly KnownPair[],
  nameOf: (id: string | null) => string,
): Asked {
  if (step === 'who' || says === null)
    return {
      question: text('contact:child.who'),
      answers: pairs.map(({ adultId, relation }) => ({
        key: adultId,
        picture: draw('suitcase'),
        words: `${text(`inquiry:calls.${relation}`)} ${nameOf(adultId)}`,
        says: { adultId },
      })),
    }
  const relation = pairs.find(({ adultId }) => adultId === says.adultId)?.relation
  const call = relation === undefined ? nameOf(says.adultId) : text(`inquiry:calls.${relation}`)
  switch (step) {
    case 'began':
      return { question: text('contact:child.began'), answers: listBeginnings(says, call) }
    case 'how':
      return {
        question: text('contact:child.how'),
        answers: waysOfChild.map((channel) => ({
          key: channel,
          picture: draw(channelPictures[channel]),
          words: text(`contact:channel.${channel}`),
          says: { ...says, channel },
        })),
      }
    case 'tone':
      return { question: text('contact:child.tone', { call }), answers: listTones(says) }
  }
}

function listBeginnings(says: ChildSays, call: string): readonly ChildAnswer[] {
  const by = (startedBy: ContactEntry['startedBy']) => ({ ...says, startedBy, reached: true })
  return [
    {
      key: 'child',
      picture: draw('window-light'),
      words: text('contact:child.me'),
      says: by('child'),
    },
    {
      key: 'adult',
      picture: draw('suitcase'),
      words: text('contact:child.them', { call }),
      says: by('adult'),
    },
    {
      key: 'caregiver',
      picture: draw('call-child'),
      words: text('contact:child.carer'),
      says: by('caregiver'),
    },
    {
      key: 'missed',
      picture: draw('phone-down'),
      words: text('contact:child.missed'),
      says: { ...by('child'), reached: false },
    },
  ]
}

function listTones(says: ChildSays): readonly ChildAnswer[] {
  return [
    ...faces.toReversed().map((face) => ({
      key: String(face),
      picture: <ChoicePicture kind="faces" index={face - 1} count={faces.length} />,
      words: text(`contact:child.face.${face}`),
      says: { ...says, adultTone: face },
    })),
    {
      key: 'skip',
      picture: draw('quiet-please'),
      words: text('contact:child.skip'),
      says: { ...says, adultTone: null },
    },
  ]
}

function draw(id: PictureId): ReactNode {
  return <Picture id={id} size={88} words="" />
}
