import { describe, expect, it } from 'vitest'
import type { ColumnRole } from '../../protocol.ts'
import { ColumnProfile } from './columnProfile.ts'
import { columnRoles } from './columnRoles.ts'
import { guessTextColumn } from './textColumn.ts'

type Values = (row: number) => string

const words: Values = (row) => `I like this one very much, says number ${row} of them`
const longer: Values = (row) => `${words(row)}. ${words(row + 1)}. ${words(row + 2)}.`
const short: Values = (row) => `Title of number ${row}`
const stars: Values = (row) => String((row % 5) + 1)
const day: Values = (row) => `2026-11-${String((row % 28) + 1).padStart(2, '0')}`
const millis: Values = (row) => String(1_795_219_200_000 + row * 86_400_000)
const seconds: Values = (row) => String(1_795_219_200 + row * 86_400)
const id: Values = (row) => `a${row * 7919}f`
const number: Values = (row) => String(row * 7919)
const few =
  (...values: string[]): Values =>
  (row) =>
    values[row % values.length] ?? ''
const empty: Values = () => ''

/** The roles guessed for columns of some rows, by name; columns without one are left out. */
function guessed(columns: Readonly<Record<string, Values>>, rows = 200): Record<string, string> {
  return Object.fromEntries(
    rolesOf(columns, rows).flatMap(({ column, role }) =>
      role === null ? [] : [[Object.keys(columns)[column] ?? '', role]],
    ),
  )
}

function rolesOf(columns: Readonly<Record<string, Values>>, rows = 200): ColumnRole[] {
  const names = Object.keys(columns)
  const profiles = Object.entries(columns).map(([name, value]) => {
    const profile = new ColumnProfile(name)
    for (let row = 0; row < rows; row++) profile.add(value(row))
    return profile
  })
  return columnRoles(names, profiles, guessTextColumn(names, profiles))
}

describe('roles in the exports of', () => {
  it.each<[string, Record<string, Values>, Record<string, string>]>([
    [
      'Google Play',
      {
        'Package Name': few('com.example.app'),
        'App Version Code': few('203', '204'),
        'App Version Name': few('2.9.0', '2.10.0'),
        'Reviewer Language': few('en', 'de'),
        Device: few('panther', 'a52'),
        'Review Submit Date and Time': day,
        'Review Submit Millis Since Epoch': millis,
        'Review Last Update Date and Time': day,
        'Star Rating': stars,
        'Review Title': empty,
        'Review Text': words,
        'Developer Reply Date and Time': day,
        'Developer Reply Text': longer,
        'Review Link': (row) => `http://play.example/${row}`,
      },
      {
        'Package Name': 'group',
        'App Version Code': 'group',
        'App Version Name': 'version',
        'Reviewer Language': 'language',
        Device: 'group',
        'Review Submit Date and Time': 'date',
        'Star Rating': 'stars',
        'Review Text': 'text',
      },
    ],
    [
      'a scraper of Google Play',
      {
        reviewId: id,
        userName: id,
        userImage: (row) => `https://example.test/${row}`,
        content: words,
        score: stars,
        thumbsUpCount: few('0', '1', '2', '17'),
        reviewCreatedVersion: few('2.9.0', '2.10.0'),
        at: (row) => `${day(row)} 10:00:00`,
        replyContent: longer,
        repliedAt: (row) => `${day(row)} 12:00:00`,
        appVersion: few('2.9.0', '2.10.0'),
      },
      {
        reviewId: 'id',
        content: 'text',
        score: 'stars',
        thumbsUpCount: 'group',
        reviewCreatedVersion: 'group',
        at: 'date',
        appVersion: 'version',
      },
    ],
    [
      'App Store Connect',
      {
        id,
        createdDate: (row) => `${day(row)}T08:00:00-07:00`,
        rating: stars,
        title: short,
        body: longer,
        reviewerNickname: id,
        territory: few('USA', 'DEU'),
      },
      {
        id: 'id',
        createdDate: 'date',
        rating: 'stars',
        title: 'title',
        body: 'text',
        territory: 'group',
      },
    ],
    [
      'Trustpilot',
      {
        'Review Id': id,
        'Review Created (UTC)': (row) => `${day(row)} 10:15:00`,
        'Review Consumer User Id': id,
        'Review Title': short,
        'Review Content': longer,
        'Review Stars': few('1', '5'),
        'Source Of Review': few('Organic', 'Invited'),
        'Review Language': few('en'),
        'Company Reply Date (UTC)': day,
        'Company Reply': longer,
        'Location Name': empty,
      },
      {
        'Review Id': 'id',
        'Review Created (UTC)': 'date',
        'Review Title': 'title',
        'Review Content': 'text',
        'Review Stars': 'stars',
        'Source Of Review': 'group',
        'Review Language': 'language',
      },
    ],
    [
      'Amazon, as a collection',
      {
        marketplace: few('US'),
        customer_id: number,
        review_id: id,
        product_id: few('B00X', 'B00Y'),
        product_parent: few('1', '2'),
        product_title: few('A kettle of steel', 'A lamp'),
        product_category: few('Home'),
        star_rating: stars,
        helpful_votes: few('0', '3'),
        vine: few('N'),
        verified_purchase: few('Y', 'N'),
        review_headline: short,
        review_body: longer,
        review_date: day,
      },
      {
        marketplace: 'group',
        review_id: 'id',
        product_id: 'group',
        product_parent: 'group',
        product_title: 'group',
        product_category: 'group',
        star_rating: 'stars',
        helpful_votes: 'group',
        verified_purchase: 'group',
        vine: 'group',
        review_headline: 'title',
        review_body: 'text',
        review_date: 'date',
      },
    ],
    [
      'Amazon, as an older collection',
      {
        reviewerID: id,
        asin: few('B00X', 'B00Y'),
        reviewerName: id,
        reviewText: longer,
        overall: few('5.0', '4.0', '1.0'),
        summary: short,
        unixReviewTime: seconds,
        reviewTime: (row) => `09 ${(row % 28) + 1}, 2026`,
      },
      {
        reviewerID: 'id',
        asin: 'group',
        reviewText: 'text',
        overall: 'stars',
        summary: 'title',
        unixReviewTime: 'date',
      },
    ],
    [
      'G2',
      {
        'Review ID': id,
        Title: short,
        'Star Rating': few('0.0', '3.5', '4.5', '5.0'),
        'What do you like best?': longer,
        'What do you dislike?': words,
        'Submitted At': day,
        'Company Segment': few('Small', 'Mid', 'Large'),
      },
      {
        'Review ID': 'id',
        Title: 'title',
        'Star Rating': 'stars',
        'What do you like best?': 'text',
        'What do you dislike?': 'text',
        'Submitted At': 'date',
        'Company Segment': 'group',
      },
    ],
    [
      'AppFollow',
      {
        App: few('Stridewell'),
        Date: day,
        Author: id,
        Rating: stars,
        Title: short,
        Review: longer,
        Version: few('2.9', '2.10'),
        Country: few('us', 'de'),
        Language: few('en', 'de'),
        Reply: longer,
        'Review ID': id,
      },
      {
        App: 'group',
        Date: 'date',
        Rating: 'stars',
        Title: 'title',
        Review: 'text',
        Version: 'version',
        Country: 'group',
        Language: 'language',
        'Review ID': 'id',
      },
    ],
    [
      'Steam',
      {
        recommendationid: number,
        author: (row) => `{"steamid":"${row}"}`,
        language: few('english', 'german'),
        review: longer,
        timestamp_created: seconds,
        timestamp_updated: seconds,
        voted_up: few('true', 'false'),
        votes_up: few('0', '2'),
      },
      {
        recommendationid: 'id',
        language: 'language',
        review: 'text',
        timestamp_created: 'date',
        voted_up: 'label',
        votes_up: 'group',
      },
    ],
    [
      'a research collection',
      { text: words, label: few('positive', 'negative', 'neutral') },
      { text: 'text', label: 'label' },
    ],
    [
      'a survey in another language',
      {
        Nr: number,
        Datum: (row) => `${(row % 28) + 1}.11.2026`,
        Kommentar: words,
        Note: stars,
        Filiale: few('A', 'B'),
      },
      { Datum: 'date', Kommentar: 'text', Note: 'stars', Filiale: 'group' },
    ],
    ['labels under any name', { sentence: words, y: few('pos', 'neg') }, { sentence: 'text', y: 'label' }],
  ])('%s', (_name, columns, expected) => {
    expect(guessed(columns)).toEqual(expected)
  })
})

describe('dates', () => {
  it('that can be read both ways ask to be chosen', () => {
    const [role] = rolesOf({ date: (row) => `0${(row % 9) + 1}/05/2026`, review: words })
    expect(role).toMatchObject({
      role: 'date',
      dateFormats: ['dd/MM/yyyy', 'MM/dd/yyyy'],
      reason: 'Its values are dates, written dd/MM/yyyy or MM/dd/yyyy: every value can be read both ways.',
    })
    const [short] = rolesOf({ date: (row) => `0${(row % 9) + 1}/05/26`, review: words })
    expect(short?.dateFormats).toEqual(['dd/MM/yy', 'MM/dd/yy'])
  })

  it('with a day over twelve leave no choice', () => {
    const [role] = rolesOf({ date: (row) => `${(row % 28) + 1}/05/2026`, review: words })
    expect(role?.dateFormats).toEqual(['dd/MM/yyyy'])
  })

  it('are no numbers of ten digits, unless the name says so', () => {
    expect(rolesOf({ phone: seconds, review: words })[0]?.role).toBeNull()
    expect(rolesOf({ created: seconds, review: words })[0]?.dateFormats).toEqual(['Unix seconds'])
  })
})

it('is no label where a column waits to be filled in', () => {
  const roles = rolesOf({ review: words, label: empty, sentiment: few('positive', 'negative') })
  expect(roles.map(({ role }) => role)).toEqual(['text', null, 'label'])
})

it('says for every column why', () => {
  const roles = rolesOf({ a: empty, b: words, c: number, d: day, e: day, 'Company Reply': words })
  expect(roles.map(({ reason }) => reason)).toEqual([
    'It is empty.',
    'It has the longest texts, or its name says that they are reviews.',
    'Nothing in its name or values tells what it is for.',
    'Its values are dates, written yyyy-MM-dd.',
    'Another date.',
    'It belongs to an answer to the review.',
  ])
})
