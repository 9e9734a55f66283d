import { expect, test } from 'vitest';
import { renderDiscord } from '../../../adapters/discord/render.ts';
import type { Audience } from '../../../src/domain/inbound.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { sketch } from '../../support/fake-discord/sketch.ts';
import { ANSWER_FOUND, ANSWER_NOT_FOUND, EXTRACTIVE_BRIEF, MODEL_BRIEF } from '../../support/sample-replies.ts';

function drawn(reply: Reply, audience: Audience = 'everyone'): string {
  const messages = renderDiscord(reply, discordPlace({ audience })).map((payload) => JSON.parse(payload));
  return messages.map(({ components }) => sketch(components)).join('\n\n======== next message ========\n\n');
}

test('a brief of twelve claims', () => {
  expect(drawn(EXTRACTIVE_BRIEF)).toMatchInlineSnapshot(`
    "### Northhaven harbour · brief
    -# 17–23 Nov 2026 · key sentences (no model: nothing is reworded)

    ⚠️ A sample: Northhaven, its people and its papers are made up.

    **Bottom line**
    - **Mayor Ines Okafor · announced:** Mayor Ines Okafor announced that ferry fares to the outer islands will be halved from 1 January. [1]
    - **City council:** The city council approved the first stage of the new breakwater by 14 votes to 11. [2]

    **What happened**
    - **Northhaven Ferry Company:** The Northhaven Ferry Company has withdrawn its oldest vessel after a failed inspection. [3]
    - **Harbour authority:** The harbour authority signed a contract for dredging the eastern channel, worth 38 million crowns. [4]

    **Who says what**
    - **Mayor Ines Okafor · denied:** Okafor rejected the notion that the breakwater would close the old fishing ground. [5]
    - **Councillor Tom Brandt · called for:** Councillor Tom Brandt called for an independent estimate of the costs before the second stage is put to the vote. [6]
    - **No one named · said:** Concerns were raised about the effect of the works on the seal colony at Grey Point. [7]

    **Not in the corpus**
    ▸ Nobody speaks for the fishing fleet in these articles.
    ▸ Mentioned, not held: the inspection report.
    ▸ No passage answers: Who pays for the lower fares?

    ────────

    -# [1] [3] Port of Northhaven halves ferry fares · Harbour Wire · 21 Nov 2026 · <https://harbourwire.example/fares>
    -# [2] [5] [6] [7] Council split over the new breakwater · The Northhaven Courier · 19 Nov 2026 · <https://courier.example/breakwater>
    -# [4] What the dredging will cost · outlet not given · 17 Nov 2026

    -# 3 articles from 2 outlets, 17 to 21 Nov 2026 · 12 of 64 sentences shown
    -# 1 source could not be read: harbour-blog
    -# 5 more claims follow below.
    -# b\\_7Q2M

    [Read a quote ▾] quote:b_7Q2M
        [1] Mayor Ines Okafor · announced: Mayor Ines Okafor announced th… = 1
        [2] City council: The city council approved the first stage of th… = 2
        [3] Northhaven Ferry Company: The Northhaven Ferry Company has wi… = 3
        [4] Harbour authority: The harbour authority signed a contract fo… = 4
        [5] Mayor Ines Okafor · denied: Okafor rejected the notion that t… = 5
        [6] Councillor Tom Brandt · called for: Councillor Tom Brandt cal… = 6
        [7] No one named · said: Concerns were raised about the effect of… = 7
        [8] Islanders’ association · said: The islanders’ association sai… = 8
        [9] Harbour authority · conceded: The harbour authority conceded… = 9
        [10] City council · announced: The second stage will be put to th… = 10
        [11] The article: The eastern channel has been too shallow for th… = 11
        [12] The article: Fares to the outer islands had been raised four… = 12

    [Ask about this] ask:b_7Q2M
    [Copy with citations] copy:b_7Q2M
    [Something’s wrong] wrong:b_7Q2M

    ======== next message ========

    **Who says what**
    - **Islanders’ association · said:** The islanders’ association said that lower fares are of little use while the last boat leaves at six. [8]
    - **Harbour authority · conceded:** The harbour authority conceded that the dredging may take a year longer than planned. [9]

    **Dates ahead**
    - **City council · announced:** The second stage will be put to the vote on 14 January 2027. [10]

    **Background**
    - **The article:** The eastern channel has been too shallow for the larger freighters since the storm of 2019. [11]
    - **The article:** Fares to the outer islands had been raised four times in six years. [12]

    ────────

    -# [8] [12] Port of Northhaven halves ferry fares · Harbour Wire · 21 Nov 2026 · <https://harbourwire.example/fares>
    -# [9] [11] What the dredging will cost · outlet not given · 17 Nov 2026
    -# [10] Council split over the new breakwater · The Northhaven Courier · 19 Nov 2026 · <https://courier.example/breakwater>"
  `);
});

test('a brief by a model, for whoever asked', () => {
  expect(drawn(MODEL_BRIEF, 'asker')).toMatchInlineSnapshot(`
    "### Northhaven harbour · brief
    -# 17–23 Nov 2026

    **Bottom line**
    - Fares to the outer islands are to be halved from 1 January, Mayor Ines Okafor announced. [1] [2]

    **What happened**
    - The council approved the first stage of the breakwater by 14 votes to 11. [3]

    **Who says what**
    - Okafor denied that the breakwater would close the old fishing ground. [4]
    - Brandt called for an independent estimate of the costs. [5]

    **Not in the corpus**
    ▸ Nobody speaks for the fishing fleet in these articles.
    ▸ Mentioned, not held: the inspection report.
    ▸ No passage answers: Who pays for the lower fares?

    ────────

    -# [1] [2] Port of Northhaven halves ferry fares · Harbour Wire · 21 Nov 2026 · <https://harbourwire.example/fares>
    -# [3] [4] [5] Council split over the new breakwater · The Northhaven Courier · 19 Nov 2026 · <https://courier.example/breakwater>

    -# 3 articles from 2 outlets, 17 to 21 Nov 2026 · 12 of 64 sentences shown
    -# 1 source could not be read: harbour-blog
    -# Written by test-model from 6 checked quotes · 2026-11-23 07\\:58 UTC
    -# 1 claim not shown: a figure is not in the quote
    -# b\\_7Q2M

    [Read a quote ▾] quote:b_7Q2M
        [1] Mayor Ines Okafor · announced: Fares to the outer islands are to be halved from 1 January, Mayo… = 1
        [2] Mayor Ines Okafor · announced: Fares to the outer islands are to be halved from 1 January, Mayo… = 2
        [3] City council: The council approved the first stage of the breakwater by 14 votes to 11. = 3
        [4] Mayor Ines Okafor · denied: Okafor denied that the breakwater would close the old fishing groun… = 4
        [5] Councillor Tom Brandt · called for: Brandt called for an independent estimate of the costs. = 5

    [Ask about this] ask:b_7Q2M
    [Copy with citations] copy:b_7Q2M
    [Share] share:b_7Q2M
    [Something’s wrong] wrong:b_7Q2M"
  `);
});

test('an answer', () => {
  expect(drawn(ANSWER_FOUND)).toMatchInlineSnapshot(`
    "Okafor denied that the breakwater would close the old fishing ground. [1]
    > [1] Okafor rejected the notion that the breakwater would close the old fishing ground.
    -# [1] Council split over the new breakwater · The Northhaven Courier · 19 Nov 2026 · <https://courier.example/breakwater>

    -# Searched: Okafor, fishing ground · 3 articles, 17–21 Nov 2026 · n\\_4XK9

    [Read a quote ▾] quote:n_4XK9
        [1] Mayor Ines Okafor · denied: Okafor denied that the breakwater would close the old fishing groun… = 1

    [Ask about this] ask:n_4XK9
    [Copy with citations] copy:n_4XK9
    [Something’s wrong] wrong:n_4XK9"
  `);
});

test('an answer that was not found', () => {
  expect(drawn(ANSWER_NOT_FOUND)).toMatchInlineSnapshot(`
    "-# Read as: when did Mayor Ines Okafor speak about the fishing ground?

    **No passage gives a date for this.**
    Closest:
    > Okafor rejected the notion that the breakwater would close the old fishing ground.
    -# Council split over the new breakwater · The Northhaven Courier · 19 Nov 2026 · <https://courier.example/breakwater>

    -# Searched: Okafor, fishing ground · 3 articles, 17–21 Nov 2026 · n\\_5BC2"
  `);
});

test('a short reply, as it is kept until it is sent', () => {
  const [payload = ''] = renderDiscord({ kind: 'usage', text: 'Which topic? *Say* it.' }, discordPlace());
  expect(JSON.parse(payload)).toMatchInlineSnapshot(`
    {
      "components": [
        {
          "content": "Which topic? \\*Say\\* it.",
          "type": 10,
        },
      ],
    }
  `);
});

test('a document to copy', () => {
  expect(drawn({ kind: 'document', title: 'Northhaven harbour', markdown: '# Northhaven' }, 'asker')).toMatchInlineSnapshot(`
    "Northhaven harbour, to copy, with every quote in a footnote:

    (file attachment://northhaven-harbour.md)"
  `);
});
