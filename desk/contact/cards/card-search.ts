import {
  type CardFilter,
  cardFamilies,
  cardReaders,
  cardSkills,
  networkNeeds,
  wheelTopics,
} from '../../../core/contact/cards/index.ts'

export const cardQuestions = {
  family: cardFamilies,
  topic: wheelTopics,
  skill: cardSkills,
  who: cardReaders,
  network: networkNeeds,
} as const
export type CardQuestion = keyof typeof cardQuestions

export const minutesOffered = ['5', '10', '20', '30'] as const
export const agesOffered = ['6', '7', '8', '9', '10', '11', '12', '13', '14', '15'] as const

/** What the address asks for; what it asks in words nobody offers is not asked. */
export function filterIn(search: URLSearchParams): CardFilter {
  const one = <Value extends string>(name: string, offered: readonly Value[]) =>
    offered.find((value) => value === search.get(name))
  const family = one('family', cardFamilies)
  const topic = one('topic', wheelTopics)
  const skill = one('skill', cardSkills)
  const who = one('who', cardReaders)
  const network = one('network', networkNeeds)
  const age = one('age', agesOffered)
  const minutes = one('minutes', minutesOffered)
  return {
    ...(family === undefined ? {} : { family }),
    ...(topic === undefined ? {} : { topic }),
    ...(skill === undefined ? {} : { skill }),
    ...(who === undefined ? {} : { who }),
    ...(network === undefined ? {} : { network }),
    ...(age === undefined ? {} : { age: Number(age) }),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
  }
}

/** The pair for whom somebody is choosing goes along from page to page. */
export function withPair(path: string, search: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of ['home', 'pair']) {
    const value = search.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept.size === 0 ? path : `${path}?${kept.toString()}`
}
