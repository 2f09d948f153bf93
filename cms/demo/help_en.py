"""Help and the pages that the law on e-commerce asks for, in English; twins of ``help_vi``."""

from .texts import Text, callout, heading, paragraphs, points, steps

HELP = Text(
    "Help and rules",
    "How to buy, how to ask, and what this site stands by.",
    [
        heading("Four steps to buy"),
        steps(
            "Find a product: type with or without marks, filter by stars, group, province, price.",
            "See its stars, decision number and last valid day on the product's page.",
            "Add it to the basket. Goods of several producers travel as several parcels.",
            "Give name, telephone and address, and order. You get one code; no account is needed.",
        ),
        heading("See an order again"),
        paragraphs("Open Find an order; enter the code and the telephone number you gave."),
        callout(
            "Why can some products not be bought?",
            "Only products recognised with 3 stars or more are sold. When a recognition ends or "
            "is revoked, the page stays and says so, but the product cannot be ordered.",
        ),
    ],
)

PAGES = {
    "don-vi-van-hanh": Text(
        "Who runs this site",
        "Who answers for this site, and how to reach them.",
        [
            points(
                "Name: [full name]",
                "Registration or founding decision, tax number: [number, date, issuer]",
                "Address: [seat]",
                "Telephone, e-mail: [number and address]",
                "Person responsible: [name, position]",
                "E-commerce registration: [number and date]",
            ),
            paragraphs(
                "On this site OCOP producers sell their own goods. The seller's name and address "
                "stand on every product page and every order."
            ),
        ],
    ),
    "dieu-khoan": Text(
        "Terms of use",
        "Rights and duties of buyers, sellers and the operator.",
        [
            heading("Buyers"),
            points(
                "See the seller's name and address, price, delivery fee and validity beforehand.",
                "Give a true name, telephone number and address.",
                "May complain and return goods as the pages beside this one say.",
            ),
            heading("Sellers"),
            points(
                "Sell only their own products, recognised with 3 stars or more.",
                "Answer for the quality, the labels and the papers of their goods.",
                "Deliver the goods ordered at the price on the order.",
            ),
            heading("The operator"),
            points(
                "Checks sellers and the validity of recognitions before goods are shown.",
                "Stops showing goods whose recognition ended or was revoked, or on the "
                "authorities' request.",
                "Holds no money of buyers.",
            ),
            heading("Limits and termination"),
            paragraphs(
                "[When orders are declined, limits of quantity, maintenance hours.]",
                "[How an agreement with a seller ends: notice, reasons, open orders.]",
            ),
        ],
    ),
    "du-lieu-ca-nhan": Text(
        "Personal data",
        "What this site keeps of you, why, for how long, and your rights.",
        [
            heading("What is kept, and why"),
            points(
                "Name, telephone, address: to deliver what you order.",
                "E-mail, if you give one: to confirm the order.",
                "Orders: to settle questions and complaints, and for the books.",
            ),
            heading("Who sees it"),
            paragraphs(
                "The seller of a parcel and whoever delivers it. No data is sold, and no third "
                "party's tracking is on the site."
            ),
            heading("Files on your device"),
            paragraphs(
                "Only those needed for basket, sign-in, language and the answer about age. "
                "None for advertising."
            ),
            heading("For how long"),
            paragraphs("[How long orders and accounts are kept under the rules that apply.]"),
            heading("Your rights"),
            paragraphs(
                "You may see, correct and have your data deleted, and withdraw consent. Write to "
                "[e-mail, telephone]; the answer comes within [number] days. Should data leak, "
                "the operator tells you and the authority as the law asks."
            ),
        ],
    ),
    "khieu-nai": Text(
        "Complaints",
        "Where to send them, which steps follow, when an answer comes.",
        [
            steps(
                "Call or write to the seller: name and telephone are on the order.",
                "If that does not settle it, write to the operator: [telephone, e-mail, address], "
                "with the order code, pictures and what you wish for.",
                "The operator confirms receipt within [number] working days.",
                "The operator hears the seller and answers within [number] working days.",
                "If you disagree, you may turn to the consumer protection office or a court.",
            ),
            callout(
                "Goods that may be unsafe",
                "Stop using them, keep goods and packaging, and tell the operator at once. "
                "Sales stop while they are checked.",
            ),
        ],
    ),
    "gia-va-thue": Text(
        "Prices and tax",
        "What a price on this site includes.",
        [
            points(
                "Sellers set prices, in Vietnamese dong, for one pack.",
                "Prices include tax where it applies, but not delivery. [Say if otherwise.]",
                "The fee of each parcel is shown before you give any personal data.",
                "The price at the time of the order is kept on the order.",
            )
        ],
    ),
    "thanh-toan": Text(
        "Payment",
        "Pay on delivery, straight to the seller.",
        [
            paragraphs(
                "There is one way to pay at present: to the carrier on delivery. Each parcel is "
                "paid by itself, exactly as the order says.",
                "Alcohol is not sold for cash on delivery and so cannot be ordered at present.",
                "This site holds none of your money and asks for no card number.",
            )
        ],
    ),
    "giao-hang": Text(
        "Delivery",
        "Who delivers, at what fee, and when.",
        [
            points(
                "Each producer sends a parcel of its own from where the goods are made.",
                "The fee follows weight and distance by the table in force, and is shown in the "
                "basket and when you order.",
                "Expected time: [days within the province, the region, the country].",
                "You may look at the parcel and count the goods before paying. "
                "[Say how far inspection goes.]",
            )
        ],
    ),
    "doi-tra": Text(
        "Exchange and return",
        "When goods may be returned, and who pays.",
        [
            points(
                "Damaged, missing, wrong or not as described: exchanged or refunded at the "
                "seller's cost.",
                "Tell us within [number] hours for fresh goods, [number] days for others.",
                "Keep packaging, stamps and pictures of the unpacking.",
                "Refunds come within [number] working days of the agreement.",
            ),
            paragraphs(
                "Goods as described that you no longer want: [whether sellers take them back, "
                "and who pays].",
            ),
        ],
    ),
    "thu-tu-hien-thi": Text(
        "Order of display",
        "Why one product stands before another.",
        [
            paragraphs(
                "Lists are in order of recognition: what was recognised last comes first. "
                "You may sort by price up or down, by name or by stars instead."
            ),
            points(
                "The first page has a strip chosen by the editors and one of the newest.",
                "A product whose recognition ended leaves every list at midnight.",
                "Nobody pays to stand in front. There is no advertising.",
            ),
            paragraphs("If the order changes, this page changes on the same day."),
        ],
    ),
    "kiem-duyet": Text(
        "Moderation",
        "What may be shown, and what is taken down.",
        [
            points(
                "Goods are shown only while a recognition of 3 stars or more is in force.",
                "Sellers are verified before they sell. [How the operator verifies them.]",
                "False content, forbidden or recalled goods are taken down when found, or when "
                "the authorities ask, within the time the law sets.",
                "Report false content: [telephone, e-mail].",
            )
        ],
    ),
}
