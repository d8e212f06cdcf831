import type { ContactEntry } from '../../core/contact/contact-entry.ts'
import type { PictureId } from '../../core/kit/pictures.ts'

/** How people were in touch, for whoever would rather look than read. */
export const channelPictures: Readonly<Record<ContactEntry['channel'], PictureId>> = {
  videoCall: 'video-call',
  voiceCall: 'phone-call',
  voiceMessage: 'voice-message',
  text: 'two-bubbles',
  visit: 'hug',
  other: 'envelope',
}
