// GET /f/<token>/s/<id>: a worker's voice, to an opened link whose page shows the very words. Everything else gets the answer of a
// link that never was.
import { z } from 'zod'
import { cardWords } from '../../core/contact/cards/index.ts'
import { listenOf } from '../../core/groupwork/between/async-step.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { markWords, spokenWords } from '../../core/inquiry/spoken/spoken-words.ts'
import { itemWords, openingWords } from '../../core/inquiry/spoken/words-to-speak.ts'
import { windowOf } from '../../core/inquiry/wave-window.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { wordLanguages } from '../../core/inquiry/words.ts'
import { partOf } from './answer-part.ts'
import { findCardOfWeek, readContactGround } from './family-contact-ground.ts'
import { enterSession } from './family-session.ts'
import type { Visit } from './family-send.ts'
import { readSpokenFile } from './file-routes.ts'
import { lookAt } from './record-store.ts'

/** The sound, or null: it is not there, or its words are not on the page of this link. */
export async function sendSpoken(visit: Visit): Promise<Response | null> {
  const { house, link, context } = visit
  const id = z.uuid().safeParse(context.req.param('id'))
  if (!id.success) return null
  const its = await lookAt(house, link.agencyId, (look) => look.one(spokenWords, id.data))
  if (its === null || its.audioFileId === null) return null
  const shown = await listShown(visit)
  if (!shown.some((words) => markWords(words) === its.words)) return null
  const file = await readSpokenFile(house, link.agencyId, its.audioFileId)
  return file === null ? null : sendSound(context.req.header('range'), file)
}

/** In both languages: the address of a sound does not say in which of them its page was read. */
async function listShown(visit: Visit): Promise<readonly string[]> {
  const { house, link } = visit
  switch (link.purpose) {
    case 'questionnaire':
      return listAsked(visit)
    case 'contact': {
      const ground = await readContactGround(house, link)
      const card =
        ground === null || ground.isUnserved ? null : findCardOfWeek(ground, house.today())
      return card === null ? [] : wordLanguages.map((language) => cardWords(card.words[language]))
    }
    case 'session': {
      const entered = await enterSession(visit)
      if (typeof entered === 'string') return []
      const listen = listenOf(entered.at.meeting, entered.at.seat.strand)
      return listen === null || entered.at.meeting.state === 'notHeld' ? [] : [listen.script]
    }
    default:
      return []
  }
}

async function listAsked({ house, link }: Visit): Promise<readonly string[]> {
  const { its, window } = await lookAt(house, link.agencyId, async (look) => {
    const open = link.waveId === null ? null : await look.one(wave, link.waveId)
    return {
      its: await look.one(instrument, link.instrumentId ?? ''),
      window: open === null ? 'open' : windowOf(open, house.today()),
    }
  })
  // Over, it may be finished by who has begun; too early and closed the page shows no question.
  const isShown = window === 'open' || window === 'over'
  if (its === null || link.answeredAt !== null || !isShown) return []
  return wordLanguages.flatMap((language) => [
    openingWords(its, language),
    ...its.items.map((one) => itemWords(its, one, language)),
  ])
}

/** In one piece, or the part that was asked for. */
function sendSound(
  range: string | undefined,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
): Response {
  const part = partOf(range, bytes)
  // The phone may keep it while its page is open; nobody between may.
  const headers = {
    ...part.headers,
    ...{ 'content-type': type, 'cache-control': 'private, max-age=600' },
  }
  return new Response(part.status === 416 ? null : part.bytes, { status: part.status, headers })
}
