"""Vietnamese words of many sorts, and all letters that old programs stored in ways of their own."""

TEXT = """
Ủy ban nhân dân thành phố Hải Phòng báo cáo kết quả bồi dưỡng cán bộ quản lý giáo dục và giáo viên mầm non
năm học đợt hai quận Lê Chân Hồng Bàng Ngô Quyền huyện Thủy Nguyên Vĩnh Bảo Tiên Lãng Kiến Thụy phường xã
tổ trưởng chuyên môn hiệu trưởng Nguyễn Thị Ánh Tuyết Trần Văn Đức Phạm Quỳnh Hương Bùi Ngọc Khuê Đặng Yến
Ý kiến đề nghị được thông qua biểu quyết nhất trí giỏi khá đạt chưa xếp loại ngoài công lập tư thục điểm
Ất Ẩn Ỷ Ỗi Ừ Ẳng Ổn khuỷu nghiêng gì giữa quốc ngữ lịch sử địa lý thể dục mỹ thuật âm nhạc ngoại khóa
"""
WORDS = sorted(set(TEXT.split()))
