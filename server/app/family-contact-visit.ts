// What every page of a contact link shares: its title, its words, its address.
import { html } from 'hono/html'
import { showUnserved } from '../../family/contact-home-page.ts'
import type { Html, Words } from '../../family/page.ts'
import type { ContactGround } from './family-contact-ground.ts'
import { nameThem } from './family-contact-words.ts'
import { send, type Visit } from './family-send.ts'
import { showDoors } from './family-withdraw.ts'

export interface ContactVisit extends Visit {
  readonly ground: ContactGround
}
export type Answer = Response | Promise<Response>

export const wordsOf = ({ house, language }: Visit): Words => house.words(language)

export function titleOf(visit: ContactVisit): string {
  const { ground } = visit
  const words = wordsOf(visit)
  return words(`family:contactHome.title.${ground.teller}`, nameThem(words, ground))
}

/** To a caregiver, who may not read, everything is offered to be read aloud first. */
export function sendPage(visit: ContactVisit, body: Html): Answer {
  const isAloudFirst = visit.ground.teller === 'caregiver'
  const whole = isAloudFirst ? html`<div data-first="1">${body}</div>` : body
  return send(visit, titleOf(visit), whole, visit.scripted)
}

export async function sendUnserved(visit: ContactVisit): Promise<Response> {
  const words = wordsOf(visit)
  return sendPage(visit, html`${showUnserved(words, titleOf(visit))}${await showDoors(visit)}`)
}
