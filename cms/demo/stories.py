"""Three sample stories in both languages; people, places and events in them are invented."""

from dataclasses import dataclass

from .texts import Text, callout, heading, paragraphs, points


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its words, and the product set its drawn picture shows."""

    set_no: int
    picture_alt_vi: str
    picture_alt_en: str
    vi: Text
    en: Text


STORIES = {
    "buoi-sang-o-doi-che": Story(
        11,
        "Tranh vẽ búp chè trước dãy đồi lúc mặt trời lên",
        "Drawing of a tea shoot before a line of hills at sunrise",
        Text(
            "Buổi sáng ở đồi chè",
            "Ở hợp tác xã Mẫu Đồi Chè, ngày bắt đầu lúc năm giờ và kết thúc khi mẻ cuối ráo tay.",
            [
                paragraphs(
                    "Năm giờ, sương còn nằm dưới chân đồi. Bà Mẫu đeo gùi, đi dọc luống thứ ba, "
                    "ngắt một tôm hai lá. Chín giờ, gùi đầy; đến trưa, chè đã héo đều trên nong.",
                ),
                (
                    "quote",
                    {
                        "text": "Chè ngon từ lúc hái. Về sau chỉ là đừng làm hỏng nó.",
                        "who": "Bà Mẫu, tổ trưởng tổ hái (nhân vật hư cấu)",
                    },
                ),
                heading("Từ luống chè đến hạng sao"),
                paragraphs(
                    "Hợp tác xã giữ sổ từng mẻ: hái ngày nào, luống nào, ai sao. Khi xã mời dự "
                    "đánh giá, quyển sổ ấy là phần dễ nhất của hồ sơ.",
                ),
            ],
        ),
        Text(
            "A morning on the tea hill",
            "At the sample cooperative of the tea hill, the day begins at five and ends with the "
            "last dry batch.",
            [
                paragraphs(
                    "At five the mist still lies below the hill. Mrs Mẫu walks along the third "
                    "row and picks one bud with two leaves. By nine the basket is full; by noon "
                    "the leaves wither evenly on their trays.",
                ),
                (
                    "quote",
                    {
                        "text": "Tea is good when it is picked. Afterwards, just do not spoil it.",
                        "who": "Mrs Mẫu, head of the pickers (invented)",
                    },
                ),
                heading("From the row to the stars"),
                paragraphs(
                    "The cooperative keeps a book of every batch: which day, which row, who "
                    "roasted it. When the commune called for the evaluation, that book was the "
                    "easy part of the dossier.",
                ),
            ],
        ),
    ),
    "doc-mot-quyet-dinh-cong-nhan": Story(
        4,
        "Tranh vẽ tổ ong trên nền đồi vàng",
        "Drawing of a honeycomb over golden hills",
        Text(
            "Đọc một quyết định công nhận",
            "Ba dòng trên trang sản phẩm cho biết ai công nhận, mấy sao, đến ngày nào.",
            [
                points(
                    "Hạng sao: trang này chỉ bán từ 3 sao trở lên.",
                    "Số quyết định và cơ quan công nhận: để bạn tra lại ở nơi ban hành.",
                    "Hiệu lực: công nhận có thời hạn 36 tháng; đang chờ kết quả đánh giá lại thì "
                    "còn hiệu lực thêm, lâu nhất 180 ngày.",
                ),
                callout(
                    "Khi công nhận kết thúc",
                    "Con dấu chuyển màu xám, ghi ngày kết thúc. Sản phẩm không mua được nữa cho "
                    "đến khi có quyết định mới.",
                ),
            ],
        ),
        Text(
            "Reading a recognition",
            "Three lines on a product's page say who recognised it, how many stars, until when.",
            [
                points(
                    "Stars: only 3 and more are sold here.",
                    "Decision number and authority: so that you can ask where it was issued.",
                    "Validity: a recognition counts 36 months; while a re-evaluation is under "
                    "way it stays in force, for 180 days at most.",
                ),
                callout(
                    "When a recognition ends",
                    "The seal turns grey and names the day. The product cannot be bought until "
                    "there is a new decision.",
                ),
            ],
        ),
    ),
    "phien-cho-mau-cuoi-thang": Story(
        13,
        "Tranh vẽ hạt cà phê trên nền đồi nâu",
        "Drawing of coffee beans over brown hills",
        Text(
            "Ba câu người mua hay hỏi ở phiên chợ Mẫu",
            "Chuyện ghi ở một phiên chợ hư cấu: người mua hỏi gì, người làm ra trả lời sao.",
            [
                heading("Hàng này của ai?"),
                paragraphs("Chủ thể và địa chỉ ở ngay dưới tên sản phẩm, trên trang và trên nhãn."),
                heading("Để được bao lâu?"),
                paragraphs("Xem hạn dùng và cách giữ. Hàng tươi nên mua vừa đủ, giao trong vùng."),
                heading("Sao giá mỗi nơi một khác?"),
                paragraphs("So giá trên 100 gam: hộp to hộp nhỏ khi ấy mới đứng cạnh nhau được."),
            ],
        ),
        Text(
            "Three questions at the sample market",
            "Notes from an invented market day: what buyers ask, what the makers answer.",
            [
                heading("Whose is it?"),
                paragraphs("Producer and address stand below the name, on the page and the label."),
                heading("How long does it keep?"),
                paragraphs("See shelf life and storage. Buy fresh goods as needed, from nearby."),
                heading("Why do prices differ?"),
                paragraphs("Compare per 100 grams: only then do packs of two sizes compare."),
            ],
        ),
    ),
}
