import { bareKey } from '../keys'
import type { Actor, Membership, Position } from '../model'
import { actorKey, listOf, oneOf, type Shape, text } from './shapes'
import { type FieldTable, field, mappingOf } from './table'
import { date, wikidataId } from './values'

/** Section 10 of the markup: FollowTheMoney's schemata, and four of our own. */
export const actorSchemata = {
  Person: 'A human being.',
  Organization: 'Any organization that is neither a public body nor a company: a union, a party, an alliance.',
  PublicBody: 'A ministry, department, court, or company of a state.',
  Company: 'A company.',
  LegalEntity: 'A person or an organization, when it is not known which.',
  Country: 'A state.',
  Place: 'A town, region, sea or building.',
  Treaty: 'A treaty or agreement.',
  Group: 'People who act together without being an organization.'
}

// A register's country code, or the key of an actor.
const country: Shape<string> = { ...text, read: (value, c) => (said => said && bareKey(said))(text.read(value, c)) }

const names = listOf('a list of names', text)

const positionFields: FieldTable<Position> = {
  title: field('title', text, 'The title, as it is said: Minister of Transport.', true),
  of: field('of', actorKey, 'Key of the actor the position is in.'),
  from: field('from', date, 'First day, month or year.'),
  to: field('to', date, 'Last day, month or year.')
}

const membershipFields: FieldTable<Membership> = {
  of: field('of', actorKey, 'Key of the actor that this one is a member of.', true),
  from: field('from', date, 'First day, month or year.'),
  to: field('to', date, 'Last day, month or year.')
}

/** Every field of an actor (FollowTheMoney's property names). */
export const actorFields: FieldTable<Actor> = {
  schema: field('schema', oneOf(actorSchemata), 'What kind of actor it is.'),
  name: field('name', text, 'The name it is called by in a text.', true),
  alias: field('alias', names, 'Other names, spellings and transliterations.'),
  weakAlias: field('weakAlias', names, 'Names too general to match on their own: a bare surname, “the Kremlin”.'),
  previousName: field('previousName', names, 'Names it no longer bears.'),
  misspelling: field('misspelling', names, 'Known wrong forms of the name.'),
  summary: field('summary', text, 'Who or what it is, in a sentence.'),
  wikidataId: field('wikidataId', wikidataId, 'Its item in Wikidata.'),
  country: field('country', country, 'The country it belongs to.'),
  website: field('website', text, 'Its own website.'),
  positions: field(
    'positions',
    listOf('a list of positions', mappingOf('a mapping with `title`, `of`, `from` and `to`', positionFields)),
    'Offices held: `title`, `of` whom, `from` and `to` when.'
  ),
  memberships: field(
    'memberships',
    listOf('a list of memberships', mappingOf('a mapping with `of`, `from` and `to`', membershipFields)),
    'What it is a member of: `of`, `from`, `to`.'
  )
}

/** Properties of FollowTheMoney, and fields of a note, that may stand beside them and are not taken for slips. */
export const otherActorFields: ReadonlySet<string> = new Set(
  `key title date as-of author status profile tlp style type id caption notes description sourceUrl publisher publisherUrl wikipediaUrl keywords
  topics address program programId proof createdAt modifiedAt retrievedAt legalForm jurisdiction mainCountry incorporationDate
  dissolutionDate registrationNumber innCode ogrnCode leiCode classification firstName secondName middleName fatherName
  motherName lastName nameSuffix birthDate birthPlace deathDate gender nationality citizenship political profession
  religion education email phone logo image tags abbreviation`.split(/\s+/)
)
