"""Words from which the names of measuring products are put together."""

PREFIX = "do-tai"  # their addresses begin with it
KINDS = (
    ("cooperative", "HTX"),
    ("cooperative", "HTX"),
    ("enterprise", "Công ty TNHH"),
    ("household", "Hộ"),
    ("farm", "Trang trại"),
    ("cooperative_group", "Tổ hợp tác"),
)
TRAITS = (
    "thơm", "ngọt", "đặc biệt", "truyền thống", "thượng hạng", "nhà làm", "vườn nhà", "đầu mùa",
    "loại một", "hữu cơ", "nguyên chất", "phơi nắng", "ủ lâu", "tuyển chọn", "cổ truyền", "mới",
)  # fmt: skip
PLACES = (
    "Đồi Gió", "Suối Bạc", "Bến Đò", "Núi Mây", "Đồng Xanh", "Bãi Cát", "Rừng Thông", "Hồ Trong",
    "Cửa Sông", "Làng Tre", "Đảo Nhỏ", "Thung Sâu", "Ruộng Trên", "Vườn Cũ", "Cầu Đá", "Giếng Làng",
    "Đường Phên", "Ngõ Trúc", "Đập Tràn", "Gò Cao",
)  # fmt: skip
GOODS = {
    1: ("Cam sành", "Bưởi da xanh", "Thanh long", "Rau cải", "Dưa lưới", "Đậu bắp"),
    2: ("Thịt gà đồi", "Cá lóc", "Trứng vịt", "Tôm sú", "Thịt dê"),
    3: ("Gạo nếp", "Gạo tám", "Ngô hạt", "Đậu đỏ", "Gạo lứt"),
    4: ("Mật ong", "Mật hoa dừa", "Phấn hoa", "Mật mía"),
    5: ("Cháo gói", "Bánh chưng", "Cơm cháy", "Chè sen hộp"),
    6: ("Bún khô", "Bánh đa", "Phở khô", "Bánh gai", "Mỳ gạo"),
    7: ("Xoài sấy", "Mứt gừng", "Hạt điều", "Mắc ca", "Chuối sấy"),
    8: ("Chả cá", "Giò lụa", "Khô cá", "Ruốc thịt", "Lạp sườn"),
    9: ("Nước mắm", "Tương nếp", "Mắm tôm", "Nước chấm"),
    10: ("Tiêu đen", "Muối tôm", "Tỏi khô", "Bột nghệ", "Đường thốt nốt"),
    11: ("Chè Shan", "Chè xanh", "Hồng trà", "Trà ô long"),
    12: ("Trà hoa cúc", "Trà atisô", "Trà gừng", "Trà sen"),
    13: ("Cà phê vối", "Cà phê chè", "Bột ca cao", "Cà phê phin"),
    14: ("Rượu nếp", "Rượu ngô", "Rượu men lá"),
    15: ("Rượu ba kích", "Rượu sim", "Rượu cần"),
    16: ("Nước khoáng", "Nước tinh khiết"),
    17: ("Nước ép ổi", "Nước dừa", "Sữa hạt", "Nước sâm"),
    18: ("Viên nghệ mật ong", "Cao gai leo", "Tỏi đen"),
    19: ("Xà phòng thảo mộc", "Dầu gội bồ kết", "Dầu dừa"),
    20: ("Tinh dầu sả", "Tinh dầu tràm", "Sâm dây khô"),
    21: ("Giỏ cói", "Bình gốm", "Nón lá", "Tranh tre"),
    22: ("Khăn thổ cẩm", "Áo lụa", "Túi vải", "Khăn lanh"),
    23: ("Chậu cúc", "Lan hồ điệp", "Hoa giấy"),
    24: ("Mai vàng", "Sanh bonsai", "Tùng la hán"),
    25: ("Cá Koi", "Cá bảy màu", "Cá xiêm"),
    26: ("Ngủ nhà sàn", "Đi thuyền", "Ngày làm nông"),
}
