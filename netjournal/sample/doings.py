"""What is written about interactions and follow-ups; `{a}` and `{b}` are given names."""

ONE_TO_ONES = (
    "Came to the point on the second coffee.",
    "Asked what a good month looks like. Long answer, good one.",
    "Walked round the harbour twice. No laptop.",
    "Wants three regular clients, not thirty. I know one.",
    "Showed me the workshop, and the ledger.",
    "We could quote together: their drawings, my signs.",
    "Talked about fathers, mostly.",
    "Half an hour of business, an hour of bees.",
    "Who is a good referral? Now I could say it in my sleep.",
    "Thinks about hiring. Scared of it.",
    "Told them about the hospital. They went quiet, then told theirs.",
    "Lunch at theirs; met the whole team.",
    "Each named five people. Two fit.",
    "Price list compared. I'm too cheap.",
    "Listened. Didn't say what I do until they asked.",
    "They've had a hard spring. Nothing to do but sit there.",
    "Agreed to look out for movers, both of us.",
    "Good at what they do; now I've seen it.",
)
CALLS = (
    "How did the tender go? Lost, by a hair.",
    "Just to hear how it goes. Well.",
    "Five minutes in the car.",
    "Thanked for the dairy.",
    "Back from leave; sounds rested.",
    "They'd read my offer. Fair, they say.",
    "Quick one about Thursday.",
    "Needed a number; I had it.",
    "Long, about the move.",
)
MESSAGES = (
    "Happy birthday.",
    "Sent the article on kerbs.",
    "Congratulated on the prize.",
    "Photo of the finished sign.",
    "Thanks for coming.",
    "How's the knee?",
    "Link to the grant they asked about.",
    "Said yes to the choir evening.",
)
OTHERS = (
    "Met in the queue at the post.",
    "Lent the long ladder.",
    "Helped carry a piano.",
    "Sat together on the 7:40 train.",
    "Their open day.",
)
ASKED = (
    "Asked for the cousin with the shop. Not now.",
    "Asked again who moves this year.",
    "Asked for two names. Got a smile.",
    "Pressed for the head of purchasing's number.",
    "Offered ten per cent off, unasked.",
    "Could they put in a word? They'd see.",
)
INTRODUCTIONS = (
    "{a} needs drawings, {b} draws.",
    "Both sail. Business may follow.",
    "{b} hires, {a} knows who's looking.",
    "Should have done this a year ago.",
    "They're quoting together already.",
    "{a} was moving; {b} has the vans.",
    "",
    "Coffee for three, then I left.",
)

PROMISES = (
    "send the case study",
    "name of the notary",
    "introduce to the school's head",
    "photos of the wayfinding at the clinic",
    "look at their brochure",
    "date for lunch",
    "read the draft contract",
    "bring the sample board",
    "ask how the audit went",
    "send the grant's address",
    "thank for the referral",
    "invite to the Makers' Table",
    "call about the apprentice",
    "tell them what became of the dairy",
)
CHASES = (
    "ring again about the shop sign",
    "third mail on the offer",
    "offer the old price once more",
    "ask whether they've decided",
    "drop in, as if by chance",
    "remind of the discount",
)
"""What one does about people who won't buy."""
