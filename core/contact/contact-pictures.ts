import type { PictureId } from '../kit/pictures.ts'
import type { WheelTopic } from './cards/index.ts'
import type { ContactEntry } from './contact-entry.ts'
import type { ContactPlan } from './contact-plan-shape.ts'

/** How people were in touch, for whoever would rather look than read. */
export const channelPictures: Readonly<Record<ContactEntry['channel'], PictureId>> = {
  videoCall: 'video-call',
  voiceCall: 'phone-call',
  voiceMessage: 'voice-message',
  text: 'two-bubbles',
  visit: 'hug',
  other: 'envelope',
}

/** Who begins: the suitcase is whoever has left, the lit window whoever is at home. */
export const starterPictures: Readonly<Record<ContactPlan['starter'], PictureId>> = {
  adult: 'suitcase',
  child: 'window-light',
  inTurns: 'two-bubbles',
}

export const topicPictures: Readonly<Record<WheelTopic, PictureId>> = {
  body: 'meal',
  study: 'school-bag',
  friends: 'ball',
  feelings: 'feelings',
  fun: 'sing',
  village: 'chicken',
  work: 'factory',
  familyStory: 'album',
  safety: 'umbrella',
  plans: 'map',
}
