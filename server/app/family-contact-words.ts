// What a contact link asks and says back, in the words of whoever holds it: a mother reads 我, not 大人.
import type { ContactEntry } from '../../core/contact/contact-entry.ts'
import type { FamilyStep } from '../../core/contact/family-tells.ts'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import type { PictureId } from '../../core/kit/pictures.ts'
import { wheelTopics } from '../../core/contact/cards/index.ts'
import { topicPictures } from '../../core/contact/contact-pictures.ts'
import type { Choice, LogQuestion } from '../../family/contact-log-page.ts'
import type { Words } from '../../family/page.ts'
import type { ContactGround } from './family-contact-ground.ts'
import { sayDay } from './say-day.ts'

type Began = readonly (readonly [string, PictureId])[]

const beganBy: Readonly<Record<ContactGround['teller'], Began>> = {
  adult: [
    ['adult', 'suitcase'],
    ['child', 'window-light'],
    ['caregiver', 'call-child'],
    ['missedByAdult', 'phone-down'],
    ['none', 'calendar-day'],
  ],
  caregiver: [
    ['child', 'window-light'],
    ['adult', 'suitcase'],
    ['caregiver', 'call-child'],
    ['missed', 'phone-down'],
    ['none', 'calendar-day'],
  ],
}

const channels = [
  ['videoCall', 'video-call'],
  ['voiceCall', 'phone-call'],
  ['voiceMessage', 'voice-message'],
  ['text', 'two-bubbles'],
  ['visit', 'hug'],
] as const

const lengths = [
  ['5', 1],
  ['15', 2],
  ['30', 3],
  ['60', 4],
  ['unknown', null],
] as const

export function nameThem(words: Words, { child, adult, pair }: ContactGround) {
  return { child: child.name, adult: adult.name, call: words(`inquiry:calls.${pair.relation}`) }
}

export function askStep(
  words: Words,
  ground: ContactGround,
  step: Exclude<FamilyStep, 'done'>,
): Pick<LogQuestion, 'name' | 'question' | 'choices'> {
  const names = nameThem(words, ground)
  const question = words(`family:contactLog.${step}`, names)
  switch (step) {
    case 'began': {
      const { teller } = ground
      const choices = beganBy[teller].map(([value, picture]): Choice => {
        return { value, picture, words: words(`family:contactLog.by.${teller}.${value}`, names) }
      })
      return { name: 'l_began', question, choices }
    }
    case 'how':
      return {
        ...{ name: 'l_how', question },
        choices: channels.map(([value, picture]) => {
          return { value, picture, words: words(`contact:channel.${value}`) }
        }),
      }
    case 'minutes':
      return {
        ...{ name: 'l_minutes', question },
        choices: lengths.map(([value, picture]) => {
          return { value, picture, words: words(`family:contactLog.long.${value}`) }
        }),
      }
  }
}

export function listTopicChoices(words: Words): readonly Choice[] {
  return wheelTopics.map((value) => {
    return { value, picture: topicPictures[value], words: words(`cards:topic.${value}`) }
  })
}

/** One telling in a line: day, who began, how, how long. */
export function sayEntry(
  words: Words,
  ground: ContactGround,
  entry: ContactEntry,
  language: WordLanguage,
): string {
  const { on, startedBy, reached, channel, minutes } = entry
  const { teller } = ground
  const missed = teller === 'adult' ? 'missedByAdult' : 'missed'
  const began = reached ? startedBy : missed
  const parts = [
    sayDay(language, on),
    ...(reached && startedBy === 'unknown'
      ? []
      : [words(`family:contactLog.by.${teller}.${began}`, nameThem(words, ground))]),
    ...(reached ? [words(`contact:channel.${channel}`)] : []),
    ...(minutes === null ? [] : [words('contact:minutes', { count: minutes })]),
  ]
  return parts.join(' · ')
}
