"""Help and the pages that the law on e-commerce asks for, in Vietnamese.

Templates: what the software does is said as it is, what the operator decides stands in
square brackets.
"""

from .texts import Text, callout, heading, paragraphs, points, steps

HELP = Text(
    "Trợ giúp và quy định",
    "Cách mua, cách hỏi, và những điều trang này cam kết.",
    [
        heading("Mua hàng trong bốn bước"),
        steps(
            "Tìm sản phẩm: gõ có dấu hay không dấu đều được, lọc theo sao, nhóm, tỉnh, giá.",
            "Xem hạng sao, số quyết định công nhận và ngày hết hiệu lực trên trang sản phẩm.",
            "Cho vào giỏ. Hàng của nhiều chủ thể đi thành nhiều kiện, mỗi kiện một phí giao.",
            "Ghi tên, điện thoại, địa chỉ rồi đặt. Bạn nhận một mã đơn; không cần tài khoản.",
        ),
        heading("Xem lại đơn hàng"),
        paragraphs("Vào mục Tra đơn hàng, nhập mã đơn và số điện thoại đã ghi khi đặt."),
        callout(
            "Vì sao có sản phẩm không mua được?",
            "Trang chỉ bán sản phẩm đang được công nhận từ 3 sao. Hết hiệu lực hoặc bị thu hồi "
            "thì trang sản phẩm vẫn còn, nói rõ lý do, nhưng không đặt mua được.",
        ),
    ],
)

PAGES = {
    "don-vi-van-hanh": Text(
        "Đơn vị vận hành",
        "Ai chịu trách nhiệm về trang này và liên hệ thế nào.",
        [
            points(
                "Tên đơn vị: [tên đầy đủ]",
                "Số đăng ký hoặc quyết định thành lập, mã số thuế: [số, ngày, nơi cấp]",
                "Địa chỉ: [địa chỉ trụ sở]",
                "Điện thoại, thư điện tử: [số và địa chỉ thư]",
                "Người chịu trách nhiệm: [họ tên, chức vụ]",
                "Đăng ký trang thương mại điện tử: [số và ngày]",
            ),
            paragraphs(
                "Trang là nơi các chủ thể OCOP bán hàng của chính họ. Người bán ghi tên, địa chỉ "
                "trên từng trang sản phẩm và trên từng đơn hàng."
            ),
        ],
    ),
    "dieu-khoan": Text(
        "Điều khoản sử dụng",
        "Quyền và nghĩa vụ của người mua, người bán và đơn vị vận hành.",
        [
            heading("Người mua"),
            points(
                "Được xem người bán, địa chỉ, giá, phí giao và hiệu lực công nhận trước khi đặt.",
                "Ghi đúng tên, điện thoại và địa chỉ nhận hàng.",
                "Được khiếu nại và trả hàng theo các trang cùng mục này.",
            ),
            heading("Người bán"),
            points(
                "Chỉ bán sản phẩm của mình, đang được công nhận từ 3 sao.",
                "Chịu trách nhiệm về chất lượng, nhãn và giấy tờ của hàng hóa.",
                "Giao đúng hàng, đúng giá ghi trên đơn.",
            ),
            heading("Đơn vị vận hành"),
            points(
                "Kiểm tra người bán và hiệu lực công nhận trước khi hàng được bày bán.",
                "Ngừng bày bán hàng hết hiệu lực, bị thu hồi, hoặc khi cơ quan nhà nước yêu cầu.",
                "Không giữ tiền của người mua.",
            ),
            heading("Giới hạn và chấm dứt"),
            paragraphs(
                "[Trường hợp từ chối đơn, giới hạn số lượng, thời gian bảo trì.]",
                "[Cách chấm dứt với người bán: báo trước bao lâu, lý do, việc còn dở ra sao.]",
            ),
        ],
    ),
    "du-lieu-ca-nhan": Text(
        "Dữ liệu cá nhân",
        "Trang này giữ gì của bạn, để làm gì, bao lâu, và quyền của bạn.",
        [
            heading("Giữ gì, để làm gì"),
            points(
                "Tên, điện thoại, địa chỉ nhận hàng: để giao đơn bạn đặt.",
                "Thư điện tử, nếu bạn ghi: để gửi xác nhận đơn.",
                "Đơn hàng đã đặt: để đối chiếu, giải quyết khiếu nại và theo luật kế toán.",
            ),
            heading("Ai được xem"),
            paragraphs(
                "Người bán của kiện hàng và người giao kiện đó. Trang không bán dữ liệu, không gắn "
                "mã theo dõi của bên thứ ba."
            ),
            heading("Tệp lưu trên máy bạn"),
            paragraphs(
                "Chỉ những tệp cần cho giỏ hàng, đăng nhập, ngôn ngữ và câu trả lời về tuổi. "
                "Không có tệp quảng cáo."
            ),
            heading("Giữ bao lâu"),
            paragraphs("[Thời hạn lưu đơn hàng và tài khoản theo quy định áp dụng cho đơn vị.]"),
            heading("Quyền của bạn"),
            paragraphs(
                "Bạn được xem, sửa, yêu cầu xóa và rút lại đồng ý. Gửi yêu cầu tới [thư điện tử, "
                "điện thoại]; trả lời trong [số] ngày. Nếu dữ liệu bị lộ, đơn vị vận hành báo cho "
                "bạn và cơ quan có thẩm quyền theo quy định."
            ),
        ],
    ),
    "khieu-nai": Text(
        "Khiếu nại",
        "Gửi ở đâu, đi qua những bước nào, khi nào có trả lời.",
        [
            steps(
                "Gọi hoặc nhắn người bán: tên và điện thoại có trên đơn hàng.",
                "Chưa xong thì gửi cho đơn vị vận hành: [điện thoại, thư điện tử, địa chỉ], "
                "kèm mã đơn, ảnh hàng và điều bạn mong muốn.",
                "Đơn vị vận hành xác nhận đã nhận trong [số] ngày làm việc.",
                "Đơn vị vận hành hỏi người bán và trả lời bạn trong [số] ngày làm việc.",
                "Không đồng ý, bạn có quyền đề nghị cơ quan bảo vệ người tiêu dùng hoặc tòa án.",
            ),
            callout(
                "Hàng nghi mất an toàn",
                "Ngừng dùng, giữ lại hàng và bao bì, báo ngay cho đơn vị vận hành. Hàng được "
                "ngừng bán trong lúc kiểm tra.",
            ),
        ],
    ),
    "gia-va-thue": Text(
        "Giá và thuế",
        "Giá trên trang gồm những gì.",
        [
            points(
                "Giá do người bán đặt, tính bằng đồng Việt Nam cho một đơn vị đóng gói.",
                "Giá đã gồm thuế nếu có; chưa gồm phí giao. [Ghi rõ nếu đơn vị áp dụng khác.]",
                "Phí giao từng kiện hiện trước khi bạn ghi thông tin cá nhân.",
                "Giá lúc đặt được giữ nguyên trên đơn hàng.",
            )
        ],
    ),
    "thanh-toan": Text(
        "Thanh toán",
        "Trả tiền khi nhận hàng, trả thẳng cho người bán.",
        [
            paragraphs(
                "Hiện trang có một cách trả tiền: trả cho người giao khi nhận hàng. Mỗi kiện trả "
                "riêng, đúng số tiền ghi trên đơn.",
                "Rượu và đồ uống có cồn không bán theo cách trả tiền khi nhận, nên hiện chưa đặt "
                "mua được.",
                "Trang không giữ tiền của bạn và không hỏi số thẻ.",
            )
        ],
    ),
    "giao-hang": Text(
        "Giao hàng",
        "Ai giao, phí bao nhiêu, khi nào tới.",
        [
            points(
                "Mỗi chủ thể gửi một kiện riêng từ nơi làm ra hàng.",
                "Phí tính theo khối lượng kiện và quãng đường, theo bảng phí đang có hiệu lực, "
                "hiện ở giỏ hàng và khi đặt.",
                "Thời gian dự kiến: [số ngày trong tỉnh, trong vùng, toàn quốc].",
                "Được kiểm tra bên ngoài kiện và đếm hàng trước khi trả tiền. "
                "[Ghi rõ chính sách đồng kiểm.]",
            )
        ],
    ),
    "doi-tra": Text(
        "Đổi, trả hàng",
        "Khi nào được đổi trả và ai chịu phí.",
        [
            points(
                "Hàng hỏng, thiếu, sai hoặc khác mô tả: đổi hoặc hoàn tiền, người bán chịu phí.",
                "Báo trong [số] giờ với hàng tươi, [số] ngày với hàng khác, kể từ khi nhận.",
                "Giữ bao bì, tem và ảnh lúc mở hàng.",
                "Hoàn tiền trong [số] ngày làm việc sau khi thống nhất.",
            ),
            paragraphs(
                "Hàng đúng mô tả, còn hạn mà bạn đổi ý: [có nhận lại không, ai chịu phí].",
            ),
        ],
    ),
    "thu-tu-hien-thi": Text(
        "Thứ tự hiển thị",
        "Vì sao sản phẩm này đứng trước sản phẩm kia.",
        [
            paragraphs(
                "Danh sách xếp theo ngày công nhận: sản phẩm được công nhận gần đây nhất đứng "
                "trước. Bạn có thể xếp lại theo giá tăng, giá giảm, tên hoặc hạng sao."
            ),
            points(
                "Trang chủ có một dải do biên tập viên chọn và một dải mới được công nhận.",
                "Sản phẩm hết hiệu lực tự rời mọi danh sách từ 0 giờ ngày kế tiếp.",
                "Không ai trả tiền để được đứng trước. Trang không bày quảng cáo.",
            ),
            paragraphs("Nếu cách xếp thay đổi, trang này được sửa trong cùng ngày."),
        ],
    ),
    "kiem-duyet": Text(
        "Kiểm duyệt nội dung",
        "Hàng nào được bày, nội dung nào bị gỡ.",
        [
            points(
                "Hàng chỉ được bày khi có quyết định công nhận từ 3 sao còn hiệu lực.",
                "Người bán được xác minh trước khi bán. [Cách xác minh của đơn vị.]",
                "Nội dung sai, hàng cấm, hàng bị thu hồi bị gỡ khi phát hiện hoặc khi cơ quan nhà "
                "nước yêu cầu, trong thời hạn luật định.",
                "Báo nội dung sai: [điện thoại, thư điện tử].",
            )
        ],
    ),
}
