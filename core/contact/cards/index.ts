export {
  type Card,
  cardFamilies,
  type CardFamily,
  type CardLanguage,
  cardReaders,
  type CardReader,
  cardSkills,
  type CardSkill,
  type CardWords,
  networkNeeds,
  type NetworkNeed,
} from './card.ts'
export { chooseForWeek, type WeekChoice } from './choose-for-week.ts'
export { type CardFilter, listCards } from './list-cards.ts'
export { listCardsOfWeek, type WeekWishes } from './list-cards-of-week.ts'
export { type AloudJoints, readAloud } from './read-aloud.ts'
export { type CardFile, readCards } from './read-cards.ts'
export { wheelTopics, type WheelTopic } from './wheel-topics.ts'
export { cardWords } from './words-to-speak.ts'
